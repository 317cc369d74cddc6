package dev.depict.application.port.out;

import java.time.Duration;

/** Runs an action later. Safe for concurrent use. */
@FunctionalInterface
public interface Timer {
  /** Something that was scheduled. */
  @FunctionalInterface
  interface Alarm {
    /** Takes the action back if it has not begun. Does nothing otherwise. */
    void cancel();
  }

  /**
   * Runs the action once, after the delay, on a thread of the timer. The action must be short and
   * must not block.
   */
  Alarm after(Duration delay, Runnable action);
}
