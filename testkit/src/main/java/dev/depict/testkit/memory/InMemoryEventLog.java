package dev.depict.testkit.memory;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import java.util.List;
import java.util.Optional;

/** The events in memory. */
final class InMemoryEventLog implements EventLog {
  private final Session session;

  InMemoryEventLog(Session session) {
    this.session = session;
  }

  @Override
  public List<TaskEvent> read(EventPosition after, int limit) {
    return session.change(() -> {
      Database database = session.database;
      long gone = database.lastPosition - database.events.size();
      if (after.database() != database.number
          || after.sequence() > database.lastPosition
          || after.sequence() < gone) {
        throw new ResumeTokenTooOld();
      }
      return database
          .events
          .subList((int) (after.sequence() - gone), database.events.size())
          .stream()
          .limit(limit)
          .map(this::event)
          .toList();
    });
  }

  @Override
  public EventPosition newest() {
    return session.change(
        () -> new EventPosition(session.database.number, session.database.lastPosition));
  }

  @Override
  public void onAppend(Runnable listener) {
    session.onAppend(listener);
  }

  private TaskEvent event(Entry entry) {
    Optional<Task> task =
        entry
            .status()
            .flatMap(status ->
                Optional.ofNullable(session.database.rows.get(entry.task()))
                    .map(row -> row.task().namedBy(status, entry.failure())));
    return new TaskEvent(
        entry.position(),
        entry.type(),
        entry.task(),
        entry.previous(),
        entry.status(),
        entry.time(),
        task);
  }
}
