package dev.depict.testkit.memory;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.TaskStatus;
import java.util.Optional;

/** The only place where a task's status changes: each change appends its event. */
final class Journal {
  private final Session session;

  Journal(Session session) {
    this.session = session;
  }

  /** A new row, which has its first status already. */
  void created(Row row) {
    count(row.status, 1);
    append(row, EventType.CREATED, Optional.empty(), Optional.of(row.status), Optional.empty());
  }

  void move(Row row, EventType type, TaskStatus to) {
    move(row, type, to, type == EventType.FAILED ? row.failure : Optional.empty());
  }

  /**
   * @param failure what the event names
   */
  void move(Row row, EventType type, TaskStatus to, Optional<Failure> failure) {
    Optional<TaskStatus> previous = Optional.of(row.status);
    count(row.status, -1);
    count(to, 1);
    row.status = to;
    row.updated = session.now();
    row.finished = to.isFinal() ? Optional.of(row.updated) : Optional.empty();
    append(row, type, previous, Optional.of(to), failure);
  }

  void deleted(Row row) {
    count(row.status, -1);
    append(row, EventType.DELETED, Optional.of(row.status), Optional.empty(), Optional.empty());
  }

  private void count(TaskStatus status, long change) {
    session.database.counts.merge(status, change, Long::sum);
  }

  private void append(
      Row row,
      EventType type,
      Optional<TaskStatus> previous,
      Optional<TaskStatus> status,
      Optional<Failure> failure) {
    if (!type.leads(previous, status)) {
      throw new IllegalStateException(
          "%s does not lead from %s to %s".formatted(type, previous, status));
    }
    session.database.events.add(
        new Entry(
            ++session.database.lastPosition,
            type,
            row.id(),
            previous,
            status,
            session.now(),
            failure));
  }
}
