package dev.depict.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What the figures of a run depend on. */
final class Machine {
  private static final int SYNCS = 300;
  private static final int PAGE = 4096;

  private Machine() {}

  static void describe(Path folder) throws IOException {
    System.out.printf(
        "Java %s, %d cores, heap %d MiB, %s %s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("os.name"),
        System.getProperty("os.version"));
    long[] micros = syncs(folder);
    System.out.printf(
        "fdatasync of 4 KiB on this disk: p50 %d µs, p99 %d µs%n",
        micros[SYNCS / 2], micros[SYNCS * 99 / 100]);
  }

  private static long[] syncs(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sync", "");
    var micros = new long[SYNCS];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE));
        channel.force(false);
        micros[i] = (System.nanoTime() - start) / 1_000;
      }
    }
    Files.delete(file);
    Arrays.sort(micros);
    return micros;
  }
}
