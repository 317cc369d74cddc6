package dev.depict.benchmarks.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that says where it listens. All it says goes to a file. Ends with this one. */
public final class Child implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final String address;

  private Child(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it, and waits until it listens.
   *
   * @param ready matches the line that tells the address, its first group
   * @throws IllegalStateException if it ends before it listens; the message names its log
   */
  public static Child start(ProcessBuilder builder, Pattern ready, Path log) throws IOException {
    Process process = builder.redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    var address = new CompletableFuture<String>();
    Thread.ofPlatform().daemon().start(() -> follow(process, ready, log, address));
    try {
      return new Child(process, address.join());
    } catch (CompletionException neverListened) {
      throw new IllegalStateException(
          "a process did not listen: " + neverListened.getCause(), neverListened);
    }
  }

  private static void follow(
      Process process, Pattern ready, Path log, CompletableFuture<String> address) {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        var file = new PrintWriter(Files.newBufferedWriter(log), /* autoFlush= */ true)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        file.println(line);
        Matcher found = ready.matcher(line);
        if (found.find()) {
          address.complete(found.group(1));
        }
      }
      address.completeExceptionally(
          new IllegalStateException("a process ended before it listened; see " + log));
    } catch (IOException e) {
      address.completeExceptionally(new UncheckedIOException(e));
    }
  }

  public String address() {
    return address;
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    var _ = process.destroyForcibly().waitFor();
  }

  /** SIGTERM; SIGKILL when that takes too long. */
  @Override
  public void close() {
    var _ = process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException impatient) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
