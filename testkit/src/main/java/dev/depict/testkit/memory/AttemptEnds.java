package dev.depict.testkit.memory;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/** What follows from the end of an attempt. */
final class AttemptEnds {
  private final Session session;
  private final Journal journal;
  private final Endings endings;

  AttemptEnds(Session session, Journal journal, Endings endings) {
    this.session = session;
    this.journal = journal;
    this.endings = endings;
  }

  boolean end(Lease lease, AttemptEnd end) {
    Call call = session.database.calls.get(lease);
    if (call == null) {
      return false;
    }
    boolean running = call.owner.lease.filter(lease::equals).isPresent();
    switch (end) {
      case AttemptEnd.Answered answered -> answered(call, answered, running);
      case AttemptEnd.Failed(var failure, var counted) -> {
        close(call, counted, Optional.of(failure));
        if (running) {
          call.owner.countedFailures += counted ? 1 : 0;
          endings.fail(call.owner, failure);
        }
      }
      case AttemptEnd.RetryAt(var failure, var time) -> {
        close(call, true, Optional.of(failure));
        if (running) {
          call.owner.countedFailures++;
          call.owner.behindFresh = true;
          back(call.owner, EventType.RETRY_SCHEDULED, Optional.of(time));
        }
      }
      case AttemptEnd.GivenBack(var failure, var notBefore) -> {
        close(call, false, failure);
        if (running) {
          back(call.owner, EventType.GIVEN_BACK, notBefore);
        }
      }
    }
    return running;
  }

  /** An answer is kept whoever brings it; it completes the task that waits for it now. */
  private void answered(Call call, AttemptEnd.Answered end, boolean running) {
    Database database = session.database;
    if (database.chunks.containsKey(end.id())) {
      return;
    }
    call.owner.changeAttempt(
        call.number, attempt -> Attempts.succeeded(attempt, end.provenance(), session.now()));
    Answer answer =
        new Answer(end.id(), call.fingerprint, end.depiction(), end.provenance(), session.now());
    database.answers.put(call.fingerprint, answer);
    Optional<Row> waiting =
        running
            ? Optional.of(call.owner)
            : Optional.ofNullable(database.leaders.get(call.fingerprint))
                .filter(row -> row.status == TaskStatus.PENDING);
    database.chunks.put(end.id(), Chunks.of(answer, call.owner, waiting));
    waiting.ifPresent(row -> endings.complete(row, answer, row != call.owner));
  }

  private void close(Call call, boolean counted, Optional<Failure> failure) {
    call.owner.changeAttempt(
        call.number,
        attempt ->
            Attempts.open(attempt)
                ? Attempts.ended(attempt, AttemptState.FAILED, counted, failure, session.now())
                : attempt);
  }

  private void back(Row row, EventType type, Optional<Instant> notBefore) {
    row.lease = Optional.empty();
    row.nextAttempt = notBefore;
    journal.move(row, type, TaskStatus.PENDING);
    if (row.ready()) {
      session.madeReady();
    }
  }
}
