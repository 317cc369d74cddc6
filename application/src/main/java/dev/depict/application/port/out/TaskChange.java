package dev.depict.application.port.out;

/** What a caller can do to a task. */
public enum TaskChange {
  /**
   * Ends a waiting or running task. When it was a leader, its first twin inherits attempts, delay
   * and the running call.
   */
  CANCEL,
  /**
   * Opens a new round for a failed or cancelled task. A stored answer completes it at once, a live
   * leader of the same fingerprint makes it a twin.
   */
  RETRY,
  /**
   * Removes a task that is not running, with its attempts. Its events and its request id are kept
   * as long as any.
   */
  DELETE
}
