package dev.depict.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;

/** What the figures of a run depend on. */
final class Machine {
  private static final int SYNCS = 300;
  private static final int PAGE = 4096;
  private static final int LOG_BYTES = 16 << 20;

  /** Of the log, for the ingest of one picture of 3 KiB. */
  static final int COMMIT_BYTES = 9 * PAGE;

  private Machine() {}

  static void describe(Path folder) throws IOException, InterruptedException {
    System.out.printf(
        "Java %s, %d cores, heap %d MiB, %s %s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("os.name"),
        System.getProperty("os.version"));
    long[] micros = syncs(folder, 0, PAGE, SYNCS, Duration.ZERO);
    System.out.printf(
        "fdatasync of 4 KiB on this disk: p50 %d µs, p99 %d µs%n",
        micros[SYNCS / 2], micros[SYNCS * 99 / 100]);
  }

  /**
   * How long it takes to have as much on the disk as a commit of one ingest writes, in
   * microseconds, sorted.
   */
  static long[] commits(Path folder, int tries, Duration pause)
      throws IOException, InterruptedException {
    return syncs(folder, LOG_BYTES, COMMIT_BYTES, tries, pause);
  }

  /**
   * @param before as many bytes are there already, and written over, as in a log that has its size;
   *     0 for a file that grows
   */
  private static long[] syncs(Path folder, int before, int bytes, int tries, Duration pause)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "sync", "");
    var micros = new long[tries];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(before));
      channel.force(true);
      for (int i = 0; i < tries; i++) {
        Thread.sleep(pause);
        long place = (long) i * bytes;
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(bytes), before == 0 ? place : place % (before - bytes));
        channel.force(false);
        micros[i] = (System.nanoTime() - start) / 1_000;
      }
    }
    Files.delete(file);
    Arrays.sort(micros);
    return micros;
  }
}
