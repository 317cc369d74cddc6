package dev.depict.testkit.memory;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** The tasks in memory. */
final class InMemoryTaskRepository implements TaskRepository {
  private final Session session;
  private final Ingestion ingestion;
  private final CallerChanges changes;

  InMemoryTaskRepository(Session session) {
    this.session = session;
    Journal journal = new Journal(session);
    Leaders leaders = new Leaders(session, journal);
    this.ingestion = new Ingestion(session, journal, leaders);
    this.changes = new CallerChanges(session, journal, leaders);
  }

  @Override
  public List<Ingested> ingest(List<NewTask> tasks, boolean atomic) {
    return session.change(() -> ingestion.ingest(tasks, atomic));
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return session.change(() -> row(id).map(Row::task));
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    return session.change(() -> row(id).map(row -> List.copyOf(row.attempts)).orElse(List.of()));
  }

  @Override
  public List<Task> list(TaskFilter filter, Optional<TaskId> before, int limit) {
    return session.change(() ->
        session
            .database
            .newestBefore(before)
            .map(Row::task)
            .filter(filter::matches)
            .limit(limit)
            .toList());
  }

  @Override
  public long count(TaskFilter filter) {
    return session.change(() ->
        session
            .database
            .newestBefore(Optional.empty())
            .map(Row::task)
            .filter(filter::matches)
            .count());
  }

  @Override
  public List<Changed> change(TaskChange change, List<TaskId> tasks) {
    return session.change(() ->
        tasks.stream()
            .map(id ->
                row(id).map(row -> changes.change(change, row)).orElseGet(Changed.Unknown::new))
            .toList());
  }

  private Optional<Row> row(TaskId id) {
    return Optional.ofNullable(session.database.rows.get(id));
  }
}
