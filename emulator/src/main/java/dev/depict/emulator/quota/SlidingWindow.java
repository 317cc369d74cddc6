package dev.depict.emulator.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was taken in the last 60 seconds, to the nanosecond. */
final class SlidingWindow implements Meter {
  private final long limit;
  private final Deque<Taken> taken = new ArrayDeque<>();
  private long sum;

  SlidingWindow(long limit) {
    this.limit = limit;
  }

  @Override
  public Duration delay(Instant now, long amount) {
    forget(now);
    long left = sum;
    Duration wait = Duration.ZERO;
    for (Taken oldest : taken) {
      if (left + amount <= limit) {
        break;
      }
      left -= oldest.amount();
      wait = Duration.between(now, oldest.time().plus(MINUTE));
    }
    return left + amount <= limit ? wait : MINUTE;
  }

  @Override
  public void take(Instant now, long amount) {
    forget(now);
    taken.addLast(new Taken(now, amount));
    sum += amount;
  }

  private void forget(Instant now) {
    while (!taken.isEmpty() && !taken.getFirst().time().plus(MINUTE).isAfter(now)) {
      sum -= taken.removeFirst().amount();
    }
  }

  private record Taken(Instant time, long amount) {}
}
