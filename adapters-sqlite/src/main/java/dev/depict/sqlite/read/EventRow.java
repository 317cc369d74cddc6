package dev.depict.sqlite.read;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event, with the columns {@link #COLUMNS} in their order. */
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
  static final String COLUMNS =
      """
      e.sequence, e.task, coalesce(t.id, d.id), e.type, e.previous, e.status, e.time, f.class,
      f.code, f.words
      """;

  static final String FROM =
      """
      FROM event e
      LEFT JOIN task t ON t.ordinal = e.task
      LEFT JOIN tombstone d ON d.task = e.task
      LEFT JOIN failure f ON f.ordinal = e.failure
      """;

  /** Reads the columns. */
  static EventRow read(Row row) throws SQLException {
    return new EventRow(
        row.number(1),
        row.number(2),
        row.bytes(3),
        row.number(4),
        row.numberOrNull(5),
        row.numberOrNull(6),
        row.number(7),
        row.numberOrNull(8),
        row.maybeText(9).orElse(null),
        row.maybeText(10).orElse(null));
  }

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
