package dev.depict.gemini.limit;

import java.time.Instant;

/**
 * Now, by both clocks.
 *
 * @param nanos of the ticker: what waits are measured by
 * @param time of the wall clock: for dates, and for telling people
 */
record Moment(long nanos, Instant time) {
  /** The time so many nanoseconds from now. */
  Instant after(long wait) {
    return time.plusNanos(wait);
  }
}
