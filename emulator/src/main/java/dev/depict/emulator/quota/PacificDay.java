package dev.depict.emulator.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What was taken since midnight in Los Angeles. */
final class PacificDay implements Meter {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final long limit;
  private LocalDate day = LocalDate.MIN;
  private long sum;

  PacificDay(long limit) {
    this.limit = limit;
  }

  @Override
  public Duration delay(Instant now, long amount) {
    turn(now);
    return sum + amount <= limit ? Duration.ZERO : untilNextMinute(now);
  }

  @Override
  public void take(Instant now, long amount) {
    turn(now);
    sum += amount;
  }

  private static Duration untilNextMinute(Instant now) {
    return Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE));
  }

  private void turn(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, PACIFIC);
    if (!today.equals(day)) {
      day = today;
      sum = 0;
    }
  }
}
