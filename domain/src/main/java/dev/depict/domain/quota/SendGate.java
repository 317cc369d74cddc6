package dev.depict.domain.quota;

import java.time.Duration;

/**
 * When calls of one quota key may be sent: what is free may be used at once, a backlog longer than
 * that is spread evenly over the minute, so that whoever comes next waits for a turn and not for a
 * minute. The window always has the last word.
 *
 * <p>Times are nanoseconds of a clock that only goes forward; only their differences matter. Not
 * safe for concurrent use.
 */
public final class SendGate {
  private final long span;
  private final SendWindow window;
  private final Pace pace = new Pace();

  /**
   * @param span how long a send counts: the provider's minute, and what arrives late
   */
  public SendGate(Duration span) {
    this.span = span.toNanos();
    this.window = new SendWindow(span);
  }

  /** The log of the sends. */
  public SendWindow window() {
    return window;
  }

  /**
   * When a call may be sent: 0 when it may be now.
   *
   * @param waiting how many calls wait that are as urgent, this one included
   */
  public long nanosUntilFree(long tokens, long waiting, MinuteLimits limits, long now) {
    long wait = window.nanosUntilFree(tokens, limits, now);
    // A call that waits alone takes the first place there is: nobody is kept from it.
    boolean paced = waiting > Math.max(1, window.free(tokens, limits, now));
    return paced ? Math.max(wait, pace.nanosUntilDue(interval(limits), now)) : wait;
  }

  /**
   * When the last of so many calls may be sent, if nobody else sends meanwhile: 0 when it may be
   * now.
   */
  public long nanosUntilLast(long tokens, long calls, MinuteLimits limits, long now) {
    if (calls <= window.free(tokens, limits, now)) {
      return 0;
    }
    long interval = interval(limits);
    if (limits.inputTokens().isPresent()) {
      interval = Math.max(interval, share(tokens, limits.inputTokens().getAsLong()));
    }
    long first = nanosUntilFree(tokens, calls, limits, now);
    return saturated(first, calls - 1, interval);
  }

  /** Permits a call, whether it fits or not. */
  public SendWindow.Place take(long tokens, MinuteLimits limits, long now) {
    pace.granted(interval(limits), now);
    return window.take(tokens);
  }

  /** Takes back the permission of a call that was not sent. */
  public void giveBack(SendWindow.Place place, MinuteLimits limits) {
    pace.givenBack(interval(limits));
    window.giveBack(place);
  }

  private long interval(MinuteLimits limits) {
    return share(1, limits.requests());
  }

  private long share(long amount, long limit) {
    return (long) ((double) span * amount / limit);
  }

  private static long saturated(long first, long times, long interval) {
    double sum = first + (double) times * interval;
    return sum >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) sum;
  }
}
