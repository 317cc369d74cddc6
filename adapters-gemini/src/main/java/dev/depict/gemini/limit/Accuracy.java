package dev.depict.gemini.limit;

import java.util.OptionalDouble;

/**
 * How well input tokens were estimated, over about the last {@value #MEMORY} answers. Not safe for
 * concurrent use.
 */
final class Accuracy {
  private static final double MEMORY = 100;

  private double estimated;
  private double counted;

  void learn(long estimate, long real) {
    double kept = 1 - 1 / MEMORY;
    estimated = estimated * kept + estimate;
    counted = counted * kept + real;
  }

  /** By what part of the real number the estimates were too high; negative when too low. */
  OptionalDouble error() {
    return counted == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((estimated - counted) / counted);
  }
}
