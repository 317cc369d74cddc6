package dev.depict.benchmarks.face;

import java.util.Arrays;

/**
 * How long each of many calls took.
 *
 * @param micros of each, the shortest first
 * @param perSecond how many ended in a second
 */
record Timings(long[] micros, double perSecond) {
  static Timings of(long[] micros, long elapsedNanos) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Timings(sorted, micros.length * 1e9 / elapsedNanos);
  }

  /** In microseconds. */
  long percentile(int percent) {
    return micros[Math.min(micros.length - 1, micros.length * percent / 100)];
  }

  long most() {
    return micros[micros.length - 1];
  }
}
