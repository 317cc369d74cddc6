package dev.depict.benchmarks.quota;

import dev.depict.benchmarks.program.Child;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The packaged server against a stand-in for Gemini: how soon it listens, how soon the tasks of a
 * killed one run again, and how much memory it holds.
 */
public final class ServerBenchmark {
  private static final int STARTS = 7;
  private static final int ORPHANS = 100;
  private static final int DRAINED = 2_000;
  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Range SMALL = new Range(1, 5);

  private final Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<byte[]> pictures = new Pictures(SMALL).draw(DRAINED, SMALL);

  private ServerBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void run(Path folder) throws IOException, InterruptedException {
    System.out.printf(
        "server: the packaged program, %s; %d starts%n",
        Files.exists(Path.of("bootstrap", "target", "depict.aot"))
            ? "with its AOT cache"
            : "without an AOT cache",
        STARTS);
    var benchmark = new ServerBenchmark(folder);
    try (HttpClient _ = benchmark.http) {
      benchmark.restarts();
      benchmark.memory();
    }
  }

  private static QuotaSettings settings(String latency) {
    return QuotaSettings.read(List.of("--rpm", "60000", "--latency", latency, "--network", "0..0"));
  }

  /** Kills the server in the midst of calls that never end, again and again. */
  private void restarts() throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("restarts"));
    QuotaSettings hanging = settings("100000..100000");
    long[] listening = new long[STARTS];
    long[] running = new long[STARTS];
    try (Child emulator = Children.emulator(hanging, "sliding", data)) {
      Child server = Children.server(hanging, emulator.address(), data, "server.log");
      Feeder.feed(server.address(), pictures.subList(0, ORPHANS));
      awaitArrivals(emulator, 1);
      for (int i = 0; i < STARTS; i++) {
        server.kill();
        int before = arrivals(emulator);
        Instant start = Instant.now();
        server = Children.server(hanging, emulator.address(), data, "server-" + i + ".log");
        Instant ready = Instant.now();
        listening[i] = Duration.between(start, ready).toMillis();
        awaitArrivals(emulator, before + 1);
        running[i] = Duration.between(ready, Instant.now()).toMillis();
      }
      server.kill();
    }
    print("from the start of the process until it listens", listening);
    print("from then until the first orphan is asked about again", running);
  }

  private void memory() throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("memory"));
    QuotaSettings quick = settings("0..0");
    try (Child emulator = Children.emulator(quick, "sliding", data);
        Child server = Children.server(quick, emulator.address(), data, "server.log")) {
      Thread.sleep(IDLE);
      long idle = server.residentKib();
      Instant start = Instant.now();
      Thread feeding = Thread.ofPlatform().start(() -> Feeder.feed(server.address(), pictures));
      long most = idle;
      while (arrivals(emulator) < DRAINED) {
        most = Math.max(most, server.residentKib());
        Thread.sleep(Duration.ofMillis(200));
      }
      feeding.join();
      System.out.printf(
          "resident memory: %d MiB idle, at most %d MiB while %,d small pictures are ingested and"
              + " answered in %d s%n",
          idle >> 10, most >> 10, DRAINED, Duration.between(start, Instant.now()).toSeconds());
    }
  }

  private int arrivals(Child emulator) throws IOException, InterruptedException {
    return Books.read(http, emulator.address()).calls().size();
  }

  private void awaitArrivals(Child emulator, int count) throws IOException, InterruptedException {
    while (arrivals(emulator) < count) {
      Thread.sleep(POLL);
    }
  }

  private static void print(String what, long[] millis) {
    long[] sorted = IntStream.range(0, STARTS).mapToLong(i -> millis[i]).sorted().toArray();
    System.out.printf(
        "%s: median %,d ms (%,d to %,d)%n",
        what, sorted[STARTS / 2], sorted[0], sorted[STARTS - 1]);
  }
}
