package dev.depict.testkit.memory;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tasks in memory. */
final class InMemoryTaskRepository implements TaskRepository {
  private final Session session;
  private final Journal journal;
  private final Leaders leaders;
  private final Ingestion ingestion;

  InMemoryTaskRepository(Session session) {
    this.session = session;
    this.journal = new Journal(session);
    this.leaders = new Leaders(session, journal);
    this.ingestion = new Ingestion(session, journal, leaders);
  }

  @Override
  public List<Ingested> ingest(List<NewTask> tasks) {
    return session.change(() -> tasks.stream().map(ingestion::ingest).toList());
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
            .byOrdinal
            .headMap(
                before
                    .map(id -> session.database.ordinals.getOrDefault(id, 0L))
                    .orElse(Long.MAX_VALUE),
                false)
            .descendingMap()
            .values()
            .stream()
            .map(Row::task)
            .filter(filter::matches)
            .limit(limit)
            .toList());
  }

  @Override
  public Changed cancel(TaskId id) {
    return change(
        id,
        row -> {
          if (row.status.isFinal()) {
            return new Changed.Refused(row.status);
          }
          journal.move(row, EventType.CANCELLED, TaskStatus.CANCELLED);
          leaders.leave(row);
          row.failure = Optional.empty();
          return new Changed.Done(row.task());
        });
  }

  @Override
  public Changed retry(TaskId id) {
    return change(
        id,
        row -> {
          if (row.status != TaskStatus.FAILED && row.status != TaskStatus.CANCELLED) {
            return new Changed.Refused(row.status);
          }
          open(row);
          return new Changed.Done(row.task());
        });
  }

  @Override
  public Changed delete(TaskId id) {
    return change(
        id,
        row -> {
          if (row.status == TaskStatus.PROCESSING) {
            return new Changed.Refused(row.status);
          }
          Task last = row.task();
          journal.deleted(row);
          leaders.leave(row);
          session.database.remove(row);
          return new Changed.Done(last);
        });
  }

  private void open(Row row) {
    row.round++;
    row.countedFailures = 0;
    row.crashes = 0;
    row.failure = Optional.empty();
    Optional<Answer> stored = Optional.ofNullable(session.database.answers.get(row.fingerprint));
    if (stored.isPresent()) {
      row.answer = stored;
      row.reused = true;
      journal.move(row, EventType.RETRIED, TaskStatus.COMPLETED);
    } else {
      leaders.join(row);
      journal.move(row, EventType.RETRIED, TaskStatus.PENDING);
      leaders.raiseLane(row);
    }
  }

  private Changed change(TaskId id, Function<Row, Changed> change) {
    return session.change(() -> row(id).map(change).orElseGet(Changed.Unknown::new));
  }

  private Optional<Row> row(TaskId id) {
    return Optional.ofNullable(session.database.rows.get(id));
  }
}
