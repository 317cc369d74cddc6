package dev.depict.testkit.memory;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import java.util.Optional;

/** What callers do to a task. */
final class CallerChanges {
  private final Session session;
  private final Journal journal;
  private final Leaders leaders;

  CallerChanges(Session session, Journal journal, Leaders leaders) {
    this.session = session;
    this.journal = journal;
    this.leaders = leaders;
  }

  Changed change(TaskChange change, Row row) {
    return switch (change) {
      case CANCEL -> cancel(row);
      case RETRY -> retry(row);
      case DELETE -> delete(row);
    };
  }

  private Changed cancel(Row row) {
    if (row.status.isFinal()) {
      return new Changed.Refused(row.status);
    }
    journal.move(row, EventType.CANCELLED, TaskStatus.CANCELLED);
    leaders.leave(row);
    row.failure = Optional.empty();
    return new Changed.Done(row.task());
  }

  private Changed retry(Row row) {
    if (row.status != TaskStatus.FAILED && row.status != TaskStatus.CANCELLED) {
      return new Changed.Refused(row.status);
    }
    Database database = session.database;
    Optional<Answer> stored = Optional.ofNullable(database.answers.get(row.fingerprint));
    if (stored.isEmpty()) {
      MediaDigest media = row.asked.media().digest();
      if (!database.media.containsKey(media)) {
        return new Changed.MediaMissing(media);
      }
      if (database.count(TaskStatus.PENDING) >= session.setting.maxPending()) {
        return new Changed.Full(session.setting.maxPending());
      }
    }
    open(row, stored);
    return new Changed.Done(row.task());
  }

  private void open(Row row, Optional<Answer> stored) {
    row.round++;
    row.countedFailures = 0;
    row.crashes = 0;
    row.failure = Optional.empty();
    if (stored.isPresent()) {
      row.answer = stored;
      row.reused = true;
      journal.move(row, EventType.RETRIED, TaskStatus.COMPLETED);
    } else {
      if (leaders.join(row)) {
        session.madeReady();
      }
      journal.move(row, EventType.RETRIED, TaskStatus.PENDING);
      leaders.raiseLane(row);
    }
  }

  private Changed delete(Row row) {
    if (row.status == TaskStatus.PROCESSING) {
      return new Changed.Refused(row.status);
    }
    Task last = row.task();
    journal.deleted(row);
    leaders.leave(row);
    session.database.remove(row, session.now());
    return new Changed.Done(last);
  }
}
