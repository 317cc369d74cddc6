package dev.depict.cli.remote;

import java.time.Duration;

/**
 * How often, and after which pauses, something is tried again.
 *
 * @param base pause before the first repetition; doubles with each further one
 * @param max longest pause
 * @param tries repetitions in a row without success before it is given up
 */
public record Backoff(Duration base, Duration max, int tries) {
  /** About twenty seconds in all, enough for a server to be started anew. */
  public static final Backoff PATIENT =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), 8);

  private static final int MOST_DOUBLINGS = 20;

  /** The pause before repetition {@code number}, counted from 0. */
  public Duration pause(int number) {
    Duration pause = base.multipliedBy(1L << Math.min(number, MOST_DOUBLINGS));
    return pause.compareTo(max) < 0 ? pause : max;
  }
}
