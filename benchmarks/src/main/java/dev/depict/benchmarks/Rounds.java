package dev.depict.benchmarks;

import java.util.Arrays;

/** Repeats a measurement, and prints the median with the spread. The first round warms up. */
final class Rounds {
  static final int COUNT = 5;

  /** One round; says how many of the unit a second it did, or took. */
  interface Round {
    double measure() throws Exception;
  }

  private Rounds() {}

  /** Says the median, too. */
  static double print(String what, String unit, Round round) throws Exception {
    round.measure();
    double[] results = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      results[i] = round.measure();
    }
    Arrays.sort(results);
    System.out.printf(
        "%-58s median %,10.0f %s  (%,.0f to %,.0f)%n",
        what, results[COUNT / 2], unit, results[0], results[COUNT - 1]);
    return results[COUNT / 2];
  }

  static double perSecond(int count, long startNanos) {
    return count * 1e9 / (System.nanoTime() - startNanos);
  }
}
