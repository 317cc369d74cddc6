package dev.depict.domain.quota;

import java.time.Duration;

/**
 * When calls of one quota key may be sent: what is free may be used at once, but for a third that
 * is kept for callers who wait; a backlog longer than that is spread evenly over the time in which
 * the places come back, so that whoever comes next waits for a turn and not for a minute. The
 * window always has the last word.
 *
 * <p>Times are nanoseconds of a clock that only goes forward; only their differences matter. Not
 * safe for concurrent use.
 */
public final class SendGate {
  /** The share of the places that no burst takes unless somebody waits for the answer. */
  private static final int KEPT_SHARE = 3;

  /**
   * The share of the span that a backlog may be late, by a busy machine or a restart, and still
   * lose nothing. What is caught up together comes back together: callers meet a full window for as
   * long, a minute later.
   */
  private static final int SLACK_SHARE = 10;

  private final long span;
  private final SendWindow window;
  private final Pace pace;
  private boolean interrupted;

  /**
   * @param span how long a send counts: the provider's minute, and what arrives late
   */
  public SendGate(Duration span) {
    this(span, span.dividedBy(SLACK_SHARE));
  }

  /**
   * @param slack how much lateness is caught up
   */
  SendGate(Duration span, Duration slack) {
    this.span = span.toNanos();
    this.window = new SendWindow(span);
    this.pace = new Pace(slack.toNanos());
  }

  /** The log of the sends. */
  public SendWindow window() {
    return window;
  }

  /** When a call may be sent: 0 when it may be now. */
  public long nanosUntilFree(Demand demand, MinuteLimits limits, long now) {
    long wait = window.nanosUntilFree(demand.tokens(), limits, now);
    long free = window.free(demand.tokens(), limits, now);
    // A caller who waits alone takes the first place there is: nobody is kept from it.
    long atOnce =
        demand.urgent() ? Math.max(1, free) : Math.max(0, free - kept(demand.tokens(), limits));
    return demand.waiting() <= atOnce ? wait : Math.max(wait, turn(demand.tokens(), limits, now));
  }

  /**
   * Until the next turn of a backlog. After a burst it is as even as the places come back, so that
   * the few that are left last until then.
   */
  private long turn(long tokens, MinuteLimits limits, long now) {
    return pace.nanosUntilDue(
        interval(tokens, limits), since -> window.evenInterval(tokens, limits, since, now), now);
  }

  /** The places that no burst takes. */
  private static long kept(long tokens, MinuteLimits limits) {
    return limits.free(0, 0, tokens) / KEPT_SHARE;
  }

  /**
   * When the last of so many calls may be sent, if nobody else sends meanwhile: 0 when it may be
   * now.
   */
  public long nanosUntilLast(long tokens, long calls, MinuteLimits limits, long now) {
    var demand = new Demand(tokens, calls, false);
    if (calls <= window.free(tokens, limits, now) - kept(tokens, limits)) {
      return 0;
    }
    long interval = interval(tokens, limits);
    long first = nanosUntilFree(demand, limits, now);
    return saturated(first, calls - 1, interval);
  }

  /** Permits a call, whether it fits or not. */
  public SendWindow.Place take(long tokens, MinuteLimits limits, long now) {
    long interval = interval(tokens, limits);
    if (pace.isUnderWay(interval, now)) {
      pace.granted(interval, now);
    } else {
      pace.begin(interrupted ? 0 : unused(tokens, limits, interval, now), now);
      interrupted = false;
    }
    return window.take(tokens);
  }

  /**
   * How much of a pause is caught up: the places it left free, as far as the window was in use
   * before it. Where nothing was sent nothing was missed.
   */
  private long unused(long tokens, MinuteLimits limits, long interval, long now) {
    long places = limits.free(0, 0, tokens);
    long free = window.free(tokens, limits, now);
    return (long) ((double) free * interval * (places - free) / places);
  }

  /** Takes back the permission of a call that was not sent. */
  public void giveBack(SendWindow.Place place, MinuteLimits limits) {
    pace.givenBack(interval(place.tokens(), limits));
    window.giveBack(place);
  }

  /**
   * The provider refused: the next call has its turn at once, and what was missed until then is not
   * caught up.
   */
  public void interrupt() {
    interrupted = true;
    pace.stop();
  }

  /** Between calls of so many tokens that use up the limits evenly. */
  private long interval(long tokens, MinuteLimits limits) {
    long byRequests = share(1, limits.requests());
    return limits.inputTokens().isEmpty()
        ? byRequests
        : Math.max(byRequests, share(tokens, limits.inputTokens().getAsLong()));
  }

  private long share(long amount, long limit) {
    return (long) ((double) span * amount / limit);
  }

  private static long saturated(long first, long times, long interval) {
    double sum = first + (double) times * interval;
    return sum >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) sum;
  }
}
