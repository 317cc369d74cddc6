package dev.depict.benchmarks.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that says where it listens. All it says goes to a file. Ends with this one. */
public final class Child implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final Pattern USED_BY_GENERATION =
      Pattern.compile("^\\s*(?:DefNew|Tenured) .* used (\\d+)K", Pattern.MULTILINE);

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

  /** Where it listens, {@code host:port} or a URL. */
  public String address() {
    return address;
  }

  public long pid() {
    return process.pid();
  }

  /** What it holds of the machine's memory, in KiB, as the kernel tells it. */
  public long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** How much of the machine's time it has had. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What its heap holds after a full collection, in KiB; for a JVM with the serial collector. */
  public long heapKib() throws IOException {
    var _ = jcmd("GC.run");
    return USED_BY_GENERATION
        .matcher(jcmd("GC.heap_info"))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private String jcmd(String command) throws IOException {
    Process asking =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                command)
            .redirectErrorStream(true)
            .start();
    return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
