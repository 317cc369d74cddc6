package dev.depict.benchmarks.face;

import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.PackagedServer;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.GetTaskResponse;
import dev.depict.proto.v1.IngestResponse;
import io.grpc.MethodDescriptor;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Calls of one answer to the packaged server over one connection, from another process on the same
 * cores: {@code Ingest} ASYNC of pictures that all differ, {@code GetTask}, a health check, and
 * beside them a server that does nothing. They take turns, so that all meet the same machine.
 */
public final class SocketBenchmark {
  private static final int IN_FLIGHT = 64;
  private static final int ROUNDS = 5;
  private static final int INGESTS = 40_000;
  private static final int LOOKUPS = 60_000;
  private static final String KEY = "benchmark";
  private static final MethodDescriptor<byte[], byte[]> HEALTH =
      Bytes.method("grpc.health.v1.Health/Check");

  private final NoisePictures pictures = new NoisePictures();
  private final List<String> names = new ArrayList<>();
  private final Map<String, List<Round>> results = new LinkedHashMap<>();
  private final Child echo;
  private final Child server;

  private SocketBenchmark(Child echo, Child server) {
    this.echo = echo;
    this.server = server;
  }

  /**
   * @param cpuMicros of the server, for each call
   */
  private record Round(Timings timings, double cpuMicros) {}

  public static void run(Path folder) throws IOException, InterruptedException {
    System.out.printf(
        "socket: the packaged server at its defaults (FULL, 15 requests a minute of a stand-in), %d"
            + " calls in flight on one connection, pictures of %,d bytes, medians of %d rounds%n",
        IN_FLIGHT, new NoisePictures().next().length, ROUNDS);
    EmulatorSettings settings = EmulatorSettings.of(InstantSource.system()).withKeys(KEY);
    try (GeminiEmulator emulator = GeminiEmulator.start(settings);
        Child echo = Echo.start(folder);
        Child server =
            new PackagedServer(folder, List.of())
                .asking(emulator.baseUrl().toString(), KEY)
                .start("server.log");
        var bare = new Client(echo.address());
        var client = new Client(server.address())) {
      new SocketBenchmark(echo, server).measure(bare, client);
      System.out.printf("resident memory of the server: %d MiB%n", server.residentKib() >> 10);
    }
  }

  private void measure(Client bare, Client client) throws InterruptedException {
    round(bare, client);
    results.clear();
    for (int round = 0; round < ROUNDS; round++) {
      round(bare, client);
    }
    results.forEach(SocketBenchmark::print);
  }

  private void round(Client bare, Client client) throws InterruptedException {
    byte[] picture = pictures.next();
    this.<byte[]>measure(
        "a bare echo of one such picture",
        echo,
        LOOKUPS,
        (_, end) -> bare.call(Echo.METHOD, picture, end));
    this.<byte[]>measure(
        "health check", server, LOOKUPS, (_, end) -> client.call(HEALTH, new byte[0], end));
    List<byte[]> drawn = pictures.draw(INGESTS);
    this.<IngestResponse>measure(
        "Ingest ASYNC, every picture another",
        server,
        INGESTS,
        (number, end) ->
            client.tasks.ingest(Client.async(drawn.get(number)).build(), new Naming(names, end)));
    List<GetTaskRequest> lookups =
        new Random(7)
            .ints(LOOKUPS, 0, names.size())
            .mapToObj(number -> GetTaskRequest.newBuilder().setName(names.get(number)).build())
            .toList();
    this.<GetTaskResponse>measure(
        "GetTask, any of them",
        server,
        LOOKUPS,
        (number, end) -> client.tasks.getTask(lookups.get(number), end));
  }

  private <R> void measure(String what, Child asked, int count, InFlight.Call<R> call)
      throws InterruptedException {
    Duration before = asked.cpu();
    Timings timings = InFlight.run(IN_FLIGHT, count, call);
    double cpu = asked.cpu().minus(before).toNanos() / 1e3 / count;
    results.computeIfAbsent(what, _ -> new ArrayList<>()).add(new Round(timings, cpu));
  }

  private static void print(String what, List<Round> rounds) {
    System.out.printf(
        "%-36s %,8.0f a second (in turn %s), p50 %,.0f µs, p99 %,.0f µs; %.0f µs of its"
            + " server's CPU time each%n",
        what,
        median(rounds, round -> round.timings().perSecond()),
        rounds.stream()
            .map(round -> "%,.0f".formatted(round.timings().perSecond()))
            .collect(Collectors.joining(" ")),
        median(rounds, round -> round.timings().percentile(50)),
        median(rounds, round -> round.timings().percentile(99)),
        median(rounds, Round::cpuMicros));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  /** Keeps the names of the tasks. */
  private record Naming(List<String> names, StreamObserver<IngestResponse> end)
      implements StreamObserver<IngestResponse> {
    @Override
    public void onNext(IngestResponse answer) {
      synchronized (names) {
        names.add(answer.getTask().getName());
      }
      end.onNext(answer);
    }

    @Override
    public void onError(Throwable error) {
      end.onError(error);
    }

    @Override
    public void onCompleted() {
      end.onCompleted();
    }
  }
}
