package dev.depict.testkit.property;

import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/** A task as the model sees it. */
final class Job {
  final TaskId id;
  final Question question;
  final Optional<TaskId> supersedes;
  TaskStatus status = TaskStatus.PENDING;
  Lane lane;
  boolean reused;
  int failures;
  int crashes;
  Optional<AnswerId> answer = Optional.empty();
  Optional<FailureClass> failure = Optional.empty();
  Optional<Tried> running = Optional.empty();
  Optional<Instant> due = Optional.empty();
  Instant ended = Instant.EPOCH;

  Job(TaskId id, Question question, Lane lane, Optional<TaskId> supersedes) {
    this.id = id;
    this.question = question;
    this.lane = lane;
    this.supersedes = supersedes;
  }

  boolean is(TaskStatus other) {
    return status == other;
  }

  boolean live() {
    return !status.isFinal();
  }
}
