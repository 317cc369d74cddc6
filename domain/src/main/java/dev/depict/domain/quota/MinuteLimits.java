package dev.depict.domain.quota;

import java.util.OptionalLong;

/**
 * What a provider allows in any minute.
 *
 * @param requests at least 1
 * @param inputTokens at least 1; absent when they are not limited
 */
public record MinuteLimits(long requests, OptionalLong inputTokens) {
  public MinuteLimits {
    if (requests < 1 || inputTokens.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "a limit per minute is at least 1, not %d requests and %s tokens"
              .formatted(requests, inputTokens));
    }
  }

  /** A limit of requests alone. */
  public static MinuteLimits ofRequests(long requests) {
    return new MinuteLimits(requests, OptionalLong.empty());
  }

  /**
   * Whether one more call fits beside what is used. A call that is larger than the whole limit of
   * tokens fits when no tokens are used: it would wait for ever otherwise.
   */
  boolean admit(long usedRequests, long usedTokens, long tokens) {
    return usedRequests < requests
        && (inputTokens.isEmpty()
            || usedTokens == 0
            || usedTokens + tokens <= inputTokens.getAsLong());
  }

  /** How many calls of so many tokens fit beside what is used. */
  long free(long usedRequests, long usedTokens, long tokens) {
    if (!admit(usedRequests, usedTokens, tokens)) {
      return 0;
    }
    long places = requests - usedRequests;
    return inputTokens.isEmpty() || tokens == 0
        ? places
        : Math.clamp((inputTokens.getAsLong() - usedTokens) / tokens, 1, places);
  }
}
