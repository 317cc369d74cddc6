package dev.depict.domain.task;

/** Where a task stands in its life. The permitted changes are those of {@link EventType}. */
public enum TaskStatus {
  /** Waits for its turn, for a delay to pass, or for its leader. */
  PENDING,
  /** Claimed; at most one provider call is under way for it. */
  PROCESSING,
  /** Has its answer. Final. */
  COMPLETED,
  /** Ended without an answer; a retry opens a new round. */
  FAILED,
  /** Ended by its caller; a retry opens a new round. */
  CANCELLED;

  /** Whether nothing more happens to the task unless its caller asks. */
  public boolean isFinal() {
    return this != PENDING && this != PROCESSING;
  }
}
