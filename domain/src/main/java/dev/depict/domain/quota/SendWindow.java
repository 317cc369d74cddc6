package dev.depict.domain.quota;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The calls of one quota key that count against its limits per minute: an exact log of the last
 * minute's sends. A call has its place from the moment it is permitted; the minute begins to run
 * when it is sent.
 *
 * <p>Times are nanoseconds of a clock that only goes forward; only their differences matter. Not
 * safe for concurrent use.
 */
public final class SendWindow {
  /** So many requests a minute that one turn more or less is nothing to wait for. */
  private static final long LARGE = 10_000;

  private final long span;
  private final NavigableSet<Place> sent = new TreeSet<>(Place::compareTo);
  private long numbers;
  private long requests;
  private long tokens;

  /**
   * @param span how long a send counts: the provider's minute, and what arrives late
   */
  public SendWindow(Duration span) {
    this.span = span.toNanos();
  }

  /** The place of one call. */
  public static final class Place {
    private enum State {
      GRANTED,
      SENT,
      GONE
    }

    private final long number;
    private State state = State.GRANTED;
    private long tokens;
    private long end;

    private Place(long number, long tokens) {
      this.number = number;
      this.tokens = tokens;
    }

    long tokens() {
      return tokens;
    }

    private int compareTo(Place other) {
      return end == other.end ? Long.compare(number, other.number) : Long.signum(end - other.end);
    }
  }

  /** Gives a place to a call of so many tokens, whether it fits or not. */
  public Place take(long amount) {
    var place = new Place(numbers++, amount);
    requests++;
    tokens += amount;
    return place;
  }

  /** The call is sent: its minute begins. Does nothing when it was sent or given back before. */
  public void sent(Place place, long now) {
    if (place.state == Place.State.GRANTED) {
      occupyUntil(place, now + span);
    }
  }

  /** Remembers a call that was sent before this window was made, and counts until the time. */
  public void restore(long amount, long end) {
    occupyUntil(take(amount), end);
  }

  /** Corrects the tokens of a call to what it really took. */
  public void settle(Place place, long amount) {
    if (place.state != Place.State.GONE) {
      tokens += amount - place.tokens;
      place.tokens = amount;
    }
  }

  /** Frees the place of a call that was never sent. */
  public void giveBack(Place place) {
    if (place.state == Place.State.SENT) {
      sent.remove(place);
    }
    free(place);
  }

  /** The requests that count now. */
  public long requests(long now) {
    forget(now);
    return requests;
  }

  /** The tokens that count now. */
  public long tokens(long now) {
    forget(now);
    return tokens;
  }

  /** How many calls of so many tokens fit now. */
  public long free(long amount, MinuteLimits limits, long now) {
    forget(now);
    return limits.free(requests, tokens, amount);
  }

  /**
   * When a call of so many tokens fits, at the earliest: 0 when it fits now. Calls that are not
   * sent yet count as if they were sent now.
   */
  public long nanosUntilFree(long amount, MinuteLimits limits, long now) {
    forget(now);
    long restRequests = requests;
    long restTokens = tokens;
    if (limits.admit(restRequests, restTokens, amount)) {
      return 0;
    }
    for (Place place : sent) {
      restRequests--;
      restTokens -= place.tokens;
      if (limits.admit(restRequests, restTokens, amount)) {
        return place.end - now;
      }
    }
    return span;
  }

  /**
   * The shortest time between calls of so many tokens that are sent evenly from a moment on, the
   * first one such a time after it, and never meet a full window; 0 when nothing keeps them. The
   * j-th of them finds the j-th place to become free: the one that comes back latest, for its turn,
   * decides.
   */
  long evenInterval(long amount, MinuteLimits limits, long since, long now) {
    forget(now);
    if (limits.requests() > LARGE) {
      return 0;
    }
    long restRequests = requests;
    long restTokens = tokens;
    long interval = 0;
    for (Place place : sent) {
      restRequests--;
      restTokens -= place.tokens;
      long turn = limits.free(restRequests, restTokens, amount);
      if (turn > 0) {
        interval = Math.max(interval, (place.end - since) / turn);
      }
    }
    return interval;
  }

  private void occupyUntil(Place place, long end) {
    place.state = Place.State.SENT;
    place.end = end;
    sent.add(place);
  }

  private void forget(long now) {
    while (!sent.isEmpty() && sent.first().end - now <= 0) {
      free(sent.removeFirst());
    }
  }

  private void free(Place place) {
    if (place.state != Place.State.GONE) {
      place.state = Place.State.GONE;
      requests--;
      tokens -= place.tokens;
    }
  }
}
