package dev.depict.application.port.out;

/**
 * A clock that only ever goes forward, at the same pace. It has no date. Safe for concurrent use.
 */
@FunctionalInterface
public interface Ticker {
  /** Nanoseconds since some moment in the past that stays the same; see {@link System#nanoTime}. */
  long nanos();
}
