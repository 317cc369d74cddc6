package dev.depict.sqlite.change;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.Progress;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The request ids of the last days. */
final class Requests {
  /** So long a request id is known, also after its task was deleted. */
  static final Duration KEPT = Duration.ofDays(7);

  private record Known(byte[] hash, TaskId task, Instant time) {
    static Known read(Row row) throws SQLException {
      return new Known(
          row.bytes(1), new TaskId(Uuids.of(row.bytes(2))), Instant.ofEpochMilli(row.number(3)));
    }
  }

  private final Ledger ledger;

  Requests(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What the request id of a task, if it has one that is known, says about it. */
  Optional<Ingested> replay(NewTask task, long principal) throws SQLException {
    if (task.origin().requestId().isEmpty()) {
      return Optional.empty();
    }
    String requestId = task.origin().requestId().get();
    Optional<Known> known =
        ledger
            .sql()
            .first(
                "SELECT hash, task, time FROM request WHERE principal = ? AND request_id = ?",
                Known::read,
                principal,
                requestId)
            .filter(one -> one.time().plus(KEPT).isAfter(ledger.now()));
    return known.isPresent()
        ? Optional.of(compare(task, requestId, known.get()))
        : Optional.empty();
  }

  private Ingested compare(NewTask task, String requestId, Known known) throws SQLException {
    if (!Arrays.equals(known.hash(), task.requestHash())) {
      return new Ingested.RequestIdTaken(requestId, known.task());
    }
    return new Ingested.Replayed(
        ledger.reader().task(known.task()).orElseGet(() -> asIngested(task, known)));
  }

  /** A task that was deleted since, made again of the same request. */
  private static Task asIngested(NewTask task, Known known) {
    return new Task(
        known.task(),
        task.origin(),
        task.media(),
        task.question(),
        task.estimate(),
        task.lane(),
        task.supersedes(),
        Progress.created(TaskStatus.PENDING, Optional.empty(), known.time()),
        false,
        Optional.empty(),
        Optional.empty());
  }

  void remember(NewTask task, byte[] id, long principal) throws SQLException {
    if (task.origin().requestId().isPresent()) {
      ledger
          .sql()
          .update(
              """
              INSERT OR REPLACE INTO request (principal, request_id, hash, task, time)
              VALUES (?, ?, ?, ?, ?)
              """,
              principal,
              task.origin().requestId().get(),
              task.requestHash(),
              id,
              ledger.nowMillis());
    }
  }
}
