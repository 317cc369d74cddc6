package dev.depict.domain.task;

/** How urgent a task is; the earlier constant goes first. */
public enum Lane {
  /** A caller waits for the answer. */
  INTERACTIVE,
  NORMAL,
  /** Nobody minds when. */
  BULK;

  /** The more urgent of the two. */
  public Lane mostUrgent(Lane other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
