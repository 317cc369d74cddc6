package dev.depict.emulator.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * A bucket that holds the limit and is refilled evenly. The level is kept in parts so small that
 * each nanosecond adds a whole number of them.
 */
final class TokenBucket implements Meter {
  private static final long PARTS = MINUTE.toNanos();

  private final long limit;
  private long level;
  private Instant refilled = Instant.MIN;

  TokenBucket(long limit) {
    this.limit = limit;
    this.level = limit * PARTS;
  }

  @Override
  public Duration delay(Instant now, long amount) {
    refill(now);
    long missing = amount * PARTS - level;
    if (missing <= 0) {
      return Duration.ZERO;
    }
    return amount > limit ? MINUTE : Duration.ofNanos(Math.ceilDiv(missing, limit));
  }

  @Override
  public void take(Instant now, long amount) {
    refill(now);
    level -= amount * PARTS;
  }

  private void refill(Instant now) {
    if (refilled.isBefore(now)) {
      Instant full = now.minus(MINUTE);
      long nanos = refilled.isAfter(full) ? Duration.between(refilled, now).toNanos() : PARTS;
      level = Math.min(limit * PARTS, level + nanos * limit);
      refilled = now;
    }
  }
}
