package dev.depict.domain.task;

/** How far an attempt came. */
public enum AttemptState {
  /** Claimed; nothing has left this machine. */
  STARTED,
  /** The provider has the request. */
  SENT,
  SUCCEEDED,
  FAILED,
  /**
   * The process died, or the connection broke, before the outcome was seen: it may have been paid.
   */
  UNKNOWN
}
