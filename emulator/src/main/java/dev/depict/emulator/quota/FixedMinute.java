package dev.depict.emulator.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What was taken since the last full minute. */
final class FixedMinute implements Meter {
  private final long limit;
  private Instant minute = Instant.MIN;
  private long sum;

  FixedMinute(long limit) {
    this.limit = limit;
  }

  @Override
  public Duration delay(Instant now, long amount) {
    turn(now);
    return sum + amount <= limit ? Duration.ZERO : Duration.between(now, minute.plus(MINUTE));
  }

  @Override
  public void take(Instant now, long amount) {
    turn(now);
    sum += amount;
  }

  private void turn(Instant now) {
    Instant current = now.truncatedTo(ChronoUnit.MINUTES);
    if (!current.equals(minute)) {
      minute = current;
      sum = 0;
    }
  }
}
