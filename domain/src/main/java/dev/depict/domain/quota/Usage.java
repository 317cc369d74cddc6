package dev.depict.domain.quota;

/**
 * Tokens as the provider reported them.
 *
 * @param promptTokens all input, cached tokens included
 * @param outputTokens the answer itself
 * @param thinkingTokens billed as output, not contained in {@code outputTokens}
 * @param cachedTokens the part of {@code promptTokens} that came from a cache
 */
public record Usage(long promptTokens, long outputTokens, long thinkingTokens, long cachedTokens) {
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (promptTokens < 0 || outputTokens < 0 || thinkingTokens < 0 || cachedTokens < 0) {
      throw new IllegalArgumentException("a token count is never negative");
    }
  }

  public Usage plus(Usage other) {
    return new Usage(
        promptTokens + other.promptTokens,
        outputTokens + other.outputTokens,
        thinkingTokens + other.thinkingTokens,
        cachedTokens + other.cachedTokens);
  }
}
