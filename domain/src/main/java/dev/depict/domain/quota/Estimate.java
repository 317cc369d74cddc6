package dev.depict.domain.quota;

/**
 * What one call is expected to take from its quota and to cost.
 *
 * @param inputTokens tokens of the picture and all text sent with it
 */
public record Estimate(QuotaKey key, long inputTokens, MicroDollars cost) {
  public Estimate {
    if (inputTokens < 0) {
      throw new IllegalArgumentException("a token count is never negative: " + inputTokens);
    }
  }

  /** The estimate for a provider that counts nothing. */
  public static Estimate free(QuotaKey key) {
    return new Estimate(key, 0, MicroDollars.ZERO);
  }
}
