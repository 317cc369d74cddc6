package dev.depict.testkit.memory;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;

/** Stores one new task, or says why not. */
final class Ingestion {
  private final Session session;
  private final Journal journal;
  private final Leaders leaders;
  private final Requests requests;

  Ingestion(Session session, Journal journal, Leaders leaders) {
    this.session = session;
    this.journal = journal;
    this.leaders = leaders;
    this.requests = new Requests(session);
  }

  List<Ingested> ingest(List<NewTask> tasks, boolean atomic) {
    if (atomic) {
      Rehearsal rehearsal = new Rehearsal(session, requests);
      List<Optional<Ingested>> refusals = tasks.stream().map(rehearsal::refusal).toList();
      if (refusals.stream().anyMatch(Optional::isPresent)) {
        return refusals.stream().map(one -> one.orElseGet(Ingested.Withheld::new)).toList();
      }
    }
    return tasks.stream().map(this::ingest).toList();
  }

  private Ingested ingest(NewTask task) {
    return requests.replay(task).orElseGet(() -> store(task));
  }

  private Ingested store(NewTask task) {
    Database database = session.database;
    if (task.content().isEmpty() && !database.media.containsKey(task.media().digest())) {
      return new Ingested.MediaMissing(task.media().digest());
    }
    Row row = new Row(task, database.lastOrdinal + 1, session.now());
    Optional<Answer> stored =
        task.fresh()
            ? Optional.empty()
            : Optional.ofNullable(database.answers.get(row.fingerprint));
    if (stored.isEmpty() && database.count(TaskStatus.PENDING) >= session.setting.maxPending()) {
      return new Ingested.Full(session.setting.maxPending());
    }
    database.lastOrdinal = row.ordinal;
    task.content().ifPresent(content -> InMemoryMediaStore.keep(session, task.media(), content));
    place(row, stored);
    requests.remember(task, row.task());
    return new Ingested.Created(row.task());
  }

  private void place(Row row, Optional<Answer> stored) {
    session.database.insert(row);
    if (stored.isPresent()) {
      row.status = TaskStatus.COMPLETED;
      row.answer = stored;
      row.reused = true;
      row.finished = Optional.of(row.created);
    } else if (leaders.join(row)) {
      session.addedReady(row.task());
    }
    journal.created(row);
    leaders.raiseLane(row);
  }
}
