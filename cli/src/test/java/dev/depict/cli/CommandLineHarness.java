package dev.depict.cli;

import dev.depict.cli.port.Interrupts;
import dev.depict.cli.port.Program;
import dev.depict.cli.port.ServerAccess;
import dev.depict.cli.port.Setting;
import dev.depict.cli.port.Surroundings;
import dev.depict.cli.port.Terminal;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Runs commands against a fake server, and keeps what they print. */
final class CommandLineHarness implements AutoCloseable {
  static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  final FakeServer tasks = new FakeServer();
  final FakeQueue queue = new FakeQueue();
  final FakeMedia media = new FakeMedia();
  final Map<String, String> served = new HashMap<>();
  final List<String> notices = new ArrayList<>();
  final List<Runnable> interrupts = new ArrayList<>();
  final List<List<String>> emulated = new ArrayList<>();

  /** Whether the server says that it runs in the process of the command. */
  boolean inProcess;

  /** What a person types. */
  String typed = "";

  InstantSource clock = InstantSource.fixed(NOW);
  boolean interactive;
  private final SplittableRandom random = new SplittableRandom(7);
  private final String name =
      UUID.nameUUIDFromBytes(new byte[] {1}) + "-" + System.identityHashCode(this);
  private final Server server;

  /** What a command did. */
  record Ran(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  CommandLineHarness() throws IOException {
    server =
        InProcessServerBuilder.forName(name)
            .addService(tasks)
            .addService(queue)
            .addService(media)
            .build()
            .start();
  }

  Ran run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new BufferedReader(new StringReader(typed)),
            print(out),
            print(err),
            interactive,
            false,
            100);
    Interrupts kept =
        action -> {
          interrupts.add(action);
          return () -> interrupts.remove(action);
        };
    var surroundings = new Surroundings(terminal, clock, ZoneOffset.UTC, random, kept);
    int code = DepictCommand.run(args, program(), surroundings);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Program program() {
    return new Program(
        "0.1.0",
        List.of(
            new Setting("data.dir", "Folder of the data.", "~/.local/share/depict"),
            new Setting("queue.max-pending", "Most waiting tasks.", "1000000")),
        (overrides, address) ->
            new InProcess(address.orElse(name), inProcess, List.copyOf(notices)),
        overrides -> {
          served.putAll(overrides);
          return 0;
        },
        overrides -> List.of("data.dir = " + overrides.getOrDefault("data.dir", "default")),
        arguments -> {
          emulated.add(arguments);
          return 7;
        });
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** A connection to a server of that name in this process. */
  private static final class InProcess implements ServerAccess.Connection {
    private final String name;
    private final boolean inProcess;
    private final List<String> notices;
    private final ManagedChannel channel;

    InProcess(String name, boolean inProcess, List<String> notices) {
      this.name = name;
      this.inProcess = inProcess;
      this.notices = notices;
      this.channel = InProcessChannelBuilder.forName(name).build();
    }

    @Override
    public String target() {
      return name;
    }

    @Override
    public ManagedChannel channel() {
      return channel;
    }

    @Override
    public boolean inProcess() {
      return inProcess;
    }

    @Override
    public void work() {}

    @Override
    public List<String> notices() {
      return notices;
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }
}
