package dev.depict.bootstrap.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program as a process, started as {@code ./depict} starts it. */
public final class Program {
  private static final Pattern LISTENS = Pattern.compile(".* listens on (\\S+), .*");
  private static final long PATIENCE_SECONDS = 120;
  private static final long LOOK_AGAIN_NANOS = 10_000_000L;

  /** A pipe that nobody reads stops its process: each has a thread of its own. */
  private static final ExecutorService READERS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

  private Program() {}

  /** What a command printed, and how it ended. */
  public record Result(int exitCode, String out, String err) {}

  /** Runs a command to its end, in a folder. */
  public static Result run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(Map.of(), folder, arguments);
    var out = read(process.getInputStream());
    var err = read(process.getErrorStream());
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(
          "%s did not end; it said: %s%n%s".formatted(List.of(arguments), out.join(), err.join()));
    }
    return new Result(process.exitValue(), out.join(), err.join());
  }

  /** Starts a server and waits until it listens. */
  static Server serve(Path data, String... more) throws IOException {
    return serve(Map.of(), data, more);
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param environment in addition to what it would find
   * @param more settings as flags; without an analyzer it is the offline one
   */
  public static Server serve(Map<String, String> environment, Path data, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data-dir", data.toString()));
    arguments.addAll(List.of("--server-listen", "127.0.0.1:0"));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--analyzer")) {
      arguments.addAll(List.of("--analyzer", "offline"));
    }
    Process process =
        start(environment, data.resolveSibling("."), arguments.toArray(String[]::new));
    var said = new ConcurrentLinkedQueue<String>();
    var err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      said.add(line);
      Matcher listens = LISTENS.matcher(line);
      if (listens.matches()) {
        return new Server(process, listens.group(1), said, following(err, said));
      }
    }
    throw new ServerEnded(
        "the server ended before it listened; it said: " + String.join("\n", said));
  }

  /** What it says from now on must not fill the pipe; ends with the process. */
  private static CompletableFuture<Void> following(BufferedReader err, Queue<String> said) {
    return CompletableFuture.runAsync(() -> err.lines().forEach(said::add), READERS);
  }

  /**
   * A server that listens.
   *
   * @param log what it has said so far
   * @param silence when it says no more
   */
  public record Server(
      Process process, String address, Queue<String> log, CompletableFuture<Void> silence)
      implements AutoCloseable {
    private boolean said(String words) {
      return log.stream().anyMatch(line -> line.contains(words));
    }

    /** As the kernel does when memory is short, or a person who means it: SIGKILL. */
    public void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    /** Waits until it has said the words. */
    void awaitSaid(String words) {
      while (!said(words)) {
        if (silence.isDone() && !said(words)) {
          throw new AssertionError("it ended without saying '%s': %s".formatted(words, log));
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }

    /** As a person does who wants it to end, SIGTERM; everything that it has said. */
    public String stop() throws InterruptedException {
      // The process's own way would close the pipe before the last words.
      var _ = process.toHandle().destroy();
      process.waitFor();
      silence.join();
      return log.toString();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private static Process start(Map<String, String> environment, Path folder, String... arguments)
      throws IOException {
    ProcessBuilder builder = Launch.in(folder, List.of(arguments));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
