package dev.depict.emulator.model;

import java.util.SplittableRandom;

/**
 * How what is counted differs from what is published.
 *
 * @param factor between both, in the mean; positive
 * @param noise how far a single prompt may be from that: 0.05 for up to 5 % either way
 */
public record TokenTruth(double factor, double noise) {
  /** What is published is what is counted. */
  public static final TokenTruth PUBLISHED = new TokenTruth(1, 0);

  public TokenTruth {
    if (!(factor > 0 && noise >= 0 && noise < 1)) {
      throw new IllegalArgumentException(
          "tokens are counted with a factor above 0 and a noise of 0 to 1, not %s and %s"
              .formatted(factor, noise));
    }
  }

  /**
   * What is counted of so many tokens.
   *
   * @param prompt tells one prompt from others: the same is always counted the same way
   */
  public long count(long published, long prompt) {
    double deviation = new SplittableRandom(prompt).nextDouble(-1, 1) * noise;
    return Math.round(published * factor * (1 + deviation));
  }
}
