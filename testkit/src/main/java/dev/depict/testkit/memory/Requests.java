package dev.depict.testkit.memory;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The request ids of the last days. */
final class Requests {
  private static final Duration KEPT = Duration.ofDays(7);

  record Name(String principal, String requestId) {}

  /**
   * @param last the task as it was ingested, in case it is deleted
   */
  record Known(byte[] hash, Task last, Instant time) {}

  private final Session session;

  Requests(Session session) {
    this.session = session;
  }

  /** What the request id of a task, if it has one that is known, says about it. */
  Optional<Ingested> replay(NewTask task) {
    return task.origin()
        .requestId()
        .flatMap(requestId ->
            Optional.ofNullable(session.database.requests.get(name(task, requestId)))
                .filter(known -> known.time().plus(KEPT).isAfter(session.now()))
                .map(known -> compare(task, requestId, known)));
  }

  void remember(NewTask task, Task stored) {
    task.origin()
        .requestId()
        .ifPresent(requestId ->
            session.database.requests.put(
                name(task, requestId), new Known(task.requestHash(), stored, session.now())));
  }

  private Ingested compare(NewTask task, String requestId, Known known) {
    if (!Arrays.equals(known.hash(), task.requestHash())) {
      return new Ingested.RequestIdTaken(requestId, known.last().id());
    }
    return new Ingested.Replayed(
        Optional.ofNullable(session.database.rows.get(known.last().id()))
            .map(Row::task)
            .orElse(known.last()));
  }

  static Name name(NewTask task, String requestId) {
    return new Name(task.origin().principal(), requestId);
  }
}
