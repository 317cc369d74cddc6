package dev.depict.domain.task;

import java.util.Optional;
import java.util.Set;

/** What can happen to a task. Together the constants are its whole transition table. */
public enum EventType {
  /** Ingested; completed at once when an answer is stored already. */
  CREATED(Set.of(), Set.of(TaskStatus.PENDING, TaskStatus.COMPLETED)),
  /** Claimed for an attempt. */
  STARTED(Set.of(TaskStatus.PENDING), Set.of(TaskStatus.PROCESSING)),
  /** The attempt failed and another one follows, after a delay. */
  RETRY_SCHEDULED(Set.of(TaskStatus.PROCESSING), Set.of(TaskStatus.PENDING)),
  /** The attempt ended uncounted: shutdown, a crash, a quota met. */
  GIVEN_BACK(Set.of(TaskStatus.PROCESSING), Set.of(TaskStatus.PENDING)),
  /** Answered, by its own attempt or by its leader's. */
  COMPLETED(Set.of(TaskStatus.PROCESSING, TaskStatus.PENDING), Set.of(TaskStatus.COMPLETED)),
  /** Refused or out of attempts, its own or its leader's. */
  FAILED(Set.of(TaskStatus.PROCESSING, TaskStatus.PENDING), Set.of(TaskStatus.FAILED)),
  /** Ended by its caller. */
  CANCELLED(Set.of(TaskStatus.PENDING, TaskStatus.PROCESSING), Set.of(TaskStatus.CANCELLED)),
  /** Opened for a new round; completed at once when an answer has been stored meanwhile. */
  RETRIED(
      Set.of(TaskStatus.FAILED, TaskStatus.CANCELLED),
      Set.of(TaskStatus.PENDING, TaskStatus.COMPLETED)),
  /** A twin became the leader, with the running call if there was one. */
  PROMOTED(Set.of(TaskStatus.PENDING), Set.of(TaskStatus.PENDING, TaskStatus.PROCESSING)),
  /** A more urgent twin raised the lane of its leader. */
  LANE_RAISED(Set.of(TaskStatus.PENDING), Set.of(TaskStatus.PENDING)),
  /** Removed by its caller. A running task is never removed. */
  DELETED(
      Set.of(TaskStatus.PENDING, TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED),
      Set.of());

  private final Set<TaskStatus> from;
  private final Set<TaskStatus> to;

  EventType(Set<TaskStatus> from, Set<TaskStatus> to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Whether this may lead from one status to the other. No status stands for a task that does not
   * exist: before {@link #CREATED} and after {@link #DELETED}.
   */
  public boolean leads(Optional<TaskStatus> before, Optional<TaskStatus> after) {
    return before.map(from::contains).orElse(from.isEmpty())
        && after.map(to::contains).orElse(to.isEmpty());
  }
}
