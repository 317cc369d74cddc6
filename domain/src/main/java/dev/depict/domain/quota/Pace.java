package dev.depict.domain.quota;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Spreads a backlog evenly, against a schedule: what is late is caught up, at most at twice the
 * even pace, so that a busy machine loses nothing of its minute. Whoever is ahead of the schedule,
 * after a burst, is spread so that later calls find places.
 *
 * <p>Times are nanoseconds of a clock that only goes forward; only their differences matter. Not
 * safe for concurrent use.
 */
final class Pace {
  /**
   * So much lateness is caught up at once, so that slow wake-ups do not limit how often to call.
   */
  private static final long RUSH = Duration.ofMillis(250).toNanos();

  private final long slack;
  private boolean begun;

  /** Where the last call would be if all were sent evenly: what the mean is measured against. */
  private long slot;

  /** The same at twice the pace: what catching up is measured against. */
  private long rush;

  private long last;

  /** When the next call is due: as it was last said. */
  private long due;

  /**
   * @param slack how much lateness is caught up, in nanoseconds
   */
  Pace(long slack) {
    this.slack = slack;
  }

  /** Whether calls come so regularly that coming late is lateness and not a pause. */
  boolean isUnderWay(long interval, long now) {
    return begun && now - slot - interval <= slack;
  }

  /**
   * Begins anew, after a pause or a restart.
   *
   * @param credit how much of the pause is caught up
   */
  void begin(long credit, long now) {
    begun = true;
    slot = now - Math.min(credit, slack);
    rush = now;
    last = now;
    due = now + slack;
  }

  /** The next call is due at once. */
  void stop() {
    begun = false;
  }

  /**
   * How long the next call has to wait for its turn; 0 when it is due.
   *
   * @param interval of the even pace
   * @param spread the interval that keeps places for later calls, given the moment of the last one;
   *     asked only when ahead of the schedule
   */
  long nanosUntilDue(long interval, LongUnaryOperator spread, long now) {
    if (!begun) {
      return 0;
    }
    due =
        isAhead()
            ? last + Math.max(interval, spread.applyAsLong(last))
            : later(slot + interval, rush + interval / 2);
    return Math.max(0, due - now);
  }

  /** A call was permitted, whether it was its turn or it did not have to wait for one. */
  void granted(long interval, long now) {
    rush = caughtUp(rush + interval / 2, now);
    last = isAhead() ? caughtUp(due, now) : now;
    slot = later(slot + interval, now - slack);
    due = now + interval;
  }

  /** A call that was permitted was not made: its turn goes to the next one. */
  void givenBack(long interval) {
    slot -= interval;
    rush -= interval / 2;
  }

  private boolean isAhead() {
    return slot - last > 0;
  }

  private static long caughtUp(long due, long now) {
    return now - Math.clamp(now - due, 0, RUSH);
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
