package dev.depict.gemini.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a credential, or a model, is left alone because the provider refuses it. One real task at
 * a time finds out whether it is well again, less and less often. Not safe for concurrent use.
 */
final class Parking {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(4),
          Duration.ofMinutes(8),
          Duration.ofMinutes(15));

  private boolean parked;
  private int refusals;
  private long nextProbe;
  private OptionalLong probe = OptionalLong.empty();

  /** Grants up to this one tell of a state that is over. */
  private long outdated;

  boolean isParked() {
    return parked;
  }

  /** Whether a call may be made now, be it to find out. */
  boolean admits(Moment now) {
    return !parked || (probe.isEmpty() && nextProbe - now.nanos() <= 0);
  }

  /** When the next call may find out; empty while one does. */
  Optional<Instant> nextProbe(Moment now) {
    return parked && probe.isEmpty()
        ? Optional.of(now.after(Math.max(0, nextProbe - now.nanos())))
        : Optional.empty();
  }

  /** A call is permitted. */
  void granted(long grant) {
    if (parked) {
      probe = OptionalLong.of(grant);
    }
  }

  /** A permitted call was not made. Says whether another one may find out in its place. */
  boolean givenBack(long grant) {
    return endsProbe(grant);
  }

  /** Whether this call was to find out. */
  boolean isProbe(long grant) {
    return probe.isPresent() && probe.getAsLong() == grant;
  }

  /** The provider refused. Says whether it is known only now when to ask again. */
  boolean refused(long grant, Moment now) {
    if (!parked && grant > outdated) {
      parked = true;
      refusals = 1;
      pause(now);
      return false;
    }
    boolean ends = endsProbe(grant);
    if (ends) {
      refusals++;
      pause(now);
    }
    return ends;
  }

  /** The provider did not refuse. Says whether that ended the parking. */
  boolean passed(long grant) {
    boolean ends = endsProbe(grant);
    if (ends) {
      parked = false;
      outdated = grant;
    }
    return ends;
  }

  /**
   * Lets the next call find out at once, also when one is about to: it was sent before.
   *
   * @param newestGrant what was permitted up to this one tells nothing any more
   * @return whether there is anything to find out
   */
  boolean probeNow(long newestGrant, Moment now) {
    outdated = newestGrant;
    probe = OptionalLong.empty();
    nextProbe = now.nanos();
    return parked;
  }

  /** Begins the pauses anew with the next refusal. */
  void changed() {
    refusals = 0;
  }

  private boolean endsProbe(long grant) {
    boolean ends = isProbe(grant);
    if (ends) {
      probe = OptionalLong.empty();
    }
    return ends;
  }

  private void pause(Moment now) {
    Duration pause = PAUSES.get(Math.min(refusals, PAUSES.size()) - 1);
    nextProbe = now.nanos() + pause.toNanos();
  }
}
