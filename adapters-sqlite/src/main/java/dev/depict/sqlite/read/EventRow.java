package dev.depict.sqlite.read;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Progress;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Uuids;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event, in the order of {@link EventMapper#read}. */
record EventRow(
    long sequence,
    long task,
    byte[] id,
    long type,
    @Nullable Long previous,
    @Nullable Long status,
    long time,
    @Nullable Long failureClass,
    @Nullable String failureCode,
    @Nullable String failureWords) {

  /** The event, given its task as it stands now. */
  TaskEvent event(Optional<Task> now) {
    Optional<TaskStatus> named = Optional.ofNullable(status).map(Codes.STATUS::constant);
    EventType eventType = Codes.EVENT.constant(type);
    return new TaskEvent(
        sequence,
        eventType,
        new TaskId(Uuids.of(id)),
        Optional.ofNullable(previous).map(Codes.STATUS::constant),
        named,
        Instant.ofEpochMilli(time),
        named.flatMap(then -> now.map(task -> as(task, then))));
  }

  private Task as(Task now, TaskStatus then) {
    boolean completed = then == TaskStatus.COMPLETED;
    return new Task(
        now.id(),
        now.origin(),
        now.media(),
        now.question(),
        now.estimate(),
        now.lane(),
        now.supersedes(),
        as(now.progress(), then),
        completed && now.reused(),
        completed ? now.answer() : Optional.empty(),
        failure());
  }

  private static Progress as(Progress now, TaskStatus then) {
    return new Progress(
        then,
        now.leader(),
        now.round(),
        now.attempts(),
        now.countedFailures(),
        now.nextAttemptTime(),
        now.createTime(),
        now.startTime(),
        now.finishTime(),
        now.updateTime());
  }

  private Optional<Failure> failure() {
    return Failures.of(failureClass, failureCode, failureWords);
  }
}
