package dev.depict.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long somebody on this machine waited for a processor, as the kernel counts it. */
final class Pressure {
  private static final Path FILE = Path.of("/proc/pressure/cpu");
  private static final Pattern TOTAL = Pattern.compile("some .* total=(\\d+)");

  private final long begin = System.nanoTime();
  private final OptionalLong before = total();

  /** Prints the share since this was made; nothing where the kernel does not count it. */
  void print() {
    OptionalLong after = total();
    if (before.isPresent() && after.isPresent()) {
      long waited = after.getAsLong() - before.getAsLong();
      long passed = (System.nanoTime() - begin) / 1_000;
      System.out.printf(
          "somebody on this machine waited for a processor in %.0f %% of the time%n",
          100.0 * waited / passed);
    }
  }

  /** In microseconds. */
  private static OptionalLong total() {
    try {
      Matcher found = TOTAL.matcher(Files.readString(FILE));
      return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    } catch (IOException notThere) {
      return OptionalLong.empty();
    }
  }
}
