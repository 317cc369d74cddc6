package dev.depict.domain.quota;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Spreads a backlog evenly. It is measured against a schedule, so that coming a few milliseconds
 * late, call after call, does not add up; what is later than {@link #SLACK} is not caught up.
 *
 * <p>Times are nanoseconds of a clock that only goes forward; only their differences matter. Not
 * safe for concurrent use.
 */
public final class Pace {
  /** How much lateness is caught up. */
  static final Duration SLACK = Duration.ofMillis(250);

  private boolean begun;
  private long slot;

  /**
   * How long the next call has to wait for its turn; 0 when it is due.
   *
   * @param interval between two calls, in nanoseconds, given the moment of the last one
   */
  public long nanosUntilDue(LongUnaryOperator interval, long now) {
    return begun ? Math.max(0, slot + interval.applyAsLong(slot) - now) : 0;
  }

  /** A call was permitted, whether it was its turn or it did not have to wait for one. */
  public void granted(long interval, long now) {
    long lateness = begun ? now - slot - interval : 0;
    slot = now - Math.clamp(lateness, 0, SLACK.toNanos());
    begun = true;
  }

  /** A call that was permitted was not made: its turn goes to the next one. */
  public void givenBack(long interval) {
    slot -= interval;
  }
}
