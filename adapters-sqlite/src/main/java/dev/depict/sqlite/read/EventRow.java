package dev.depict.sqlite.read;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
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
        named.flatMap(then -> now.map(task -> task.namedBy(then, failure()))));
  }

  private Optional<Failure> failure() {
    return Failures.of(failureClass, failureCode, failureWords);
  }
}
