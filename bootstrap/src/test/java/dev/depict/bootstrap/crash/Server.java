package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.program.Launch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One life of the packaged program as a server process, started as {@code ./depict} starts it. */
final class Server implements AutoCloseable {
  private static final Pattern LISTENS = Pattern.compile(".* listens on (\\S+), .*");
  private static final long PATIENCE_SECONDS = 60;

  /**
   * How a server is started.
   *
   * @param log where it says what it says; grows with each life
   */
  record Setup(Path data, Path log, List<String> flags, Map<String, String> environment) {}

  /** When a server listened, and where. */
  record Ready(String address, Instant time) {}

  private final Setup setup;
  private final Process process;
  private final Instant started;
  private final CompletableFuture<Ready> ready = new CompletableFuture<>();

  private Server(Setup setup, Process process, Instant started) {
    this.setup = setup;
    this.process = process;
    this.started = started;
  }

  /** Starts one, and waits for nothing. */
  static Server start(Setup setup) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "serve", "--data-dir", setup.data().toString(), "--server-listen", "127.0.0.1:0"));
    arguments.addAll(setup.flags());
    ProcessBuilder builder = Launch.in(setup.log().resolveSibling("."), arguments);
    builder.environment().putAll(setup.environment());
    Instant now = InstantSource.system().instant();
    var server = new Server(setup, builder.start(), now);
    Thread.ofPlatform().daemon().name("server-output").start(server::listen);
    return server;
  }

  private void listen() {
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        Writer log =
            Files.newBufferedWriter(
                setup.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        log.write(line + "\n");
        Matcher listens = LISTENS.matcher(line);
        if (listens.matches()) {
          ready.complete(new Ready(listens.group(1), InstantSource.system().instant()));
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    } finally {
      ready.completeExceptionally(
          new IOException("the server ended before it listened; see " + setup.log()));
    }
  }

  /** Waits until it listens. */
  Ready awaitReady() {
    try {
      return ready.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new AssertionError("no server: " + e.getCause() + "\n" + tail(), e);
    }
  }

  /** What it said last. */
  private String tail() {
    try {
      List<String> lines = Files.readAllLines(setup.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Instant started() {
    return started;
  }

  /** Waits so long; fails when it ends by itself meanwhile. */
  void live(Duration time) throws InterruptedException {
    if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the server ended by itself:\n" + tail());
    }
  }

  /** As the kernel does when memory is short, or a person who means it: SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a person does who wants it to end: SIGTERM. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not stop:\n" + tail());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
