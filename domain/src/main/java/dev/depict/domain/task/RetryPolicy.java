package dev.depict.domain.task;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and how soon an attempt is repeated.
 *
 * @param maxAttempts counted attempts of one round, at least 1
 * @param baseDelay the first delay and the width of the jitter
 * @param maxDelay the longest delay, before jitter
 */
public record RetryPolicy(int maxAttempts, Duration baseDelay, Duration maxDelay) {
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private static final int LARGEST_EXPONENT = 30;

  public RetryPolicy {
    if (maxAttempts < 1 || baseDelay.isNegative() || maxDelay.compareTo(baseDelay) < 0) {
      throw new IllegalArgumentException(
          "a retry policy needs at least one attempt and 0 <= base delay <= max delay");
    }
  }

  /**
   * The delay after the given counted failure of the round: {@code min(base·2^n, max) + U(0,
   * base)}, where the first failure has n = 0 (exponential backoff with jitter).
   */
  public Duration delayAfter(int failures, RandomGenerator random) {
    long base = baseDelay.toMillis();
    int exponent = Math.clamp(failures - 1L, 0, LARGEST_EXPONENT);
    long backoff = Math.min(base << exponent, maxDelay.toMillis());
    return Duration.ofMillis(backoff + (base == 0 ? 0 : random.nextLong(base)));
  }

  /**
   * Whether the failure is the last one of the round.
   *
   * @param countedFailures of the round, this one included
   * @param previous the class of the failure before, if the round had one
   */
  public boolean isLast(
      FailureClass failure, int countedFailures, Optional<FailureClass> previous) {
    return switch (failure.consequence()) {
      case WAIT, PARK -> false;
      case FAIL -> true;
      case RETRY_ONCE ->
          countedFailures >= maxAttempts || previous.filter(failure::equals).isPresent();
      case RETRY -> countedFailures >= (failure == FailureClass.CRASH ? 3 : maxAttempts);
    };
  }
}
