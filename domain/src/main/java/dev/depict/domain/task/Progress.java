package dev.depict.domain.task;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a task has come.
 *
 * @param leader the task whose end this one waits for, if it is a twin
 * @param round 1, and one more for each retry by the caller
 * @param attempts tries so far, through all rounds
 * @param countedFailures failures of this round that count against the retry policy
 * @param crashes attempts of this round that ended because the process died
 * @param nextAttemptTime before this nothing is tried; only while the task waits for a delay
 */
public record Progress(
    TaskStatus status,
    Optional<TaskId> leader,
    int round,
    int attempts,
    int countedFailures,
    int crashes,
    Optional<Instant> nextAttemptTime,
    Instant createTime,
    Optional<Instant> startTime,
    Optional<Instant> finishTime,
    Instant updateTime) {

  /** The progress of a task that was just ingested. */
  public static Progress created(TaskStatus status, Optional<TaskId> leader, Instant now) {
    Optional<Instant> finish = status.isFinal() ? Optional.of(now) : Optional.empty();
    return new Progress(
        status, leader, 1, 0, 0, 0, Optional.empty(), now, Optional.empty(), finish, now);
  }

  /** The same with another status. */
  Progress with(TaskStatus other) {
    return new Progress(
        other,
        leader,
        round,
        attempts,
        countedFailures,
        crashes,
        nextAttemptTime,
        createTime,
        startTime,
        finishTime,
        updateTime);
  }
}
