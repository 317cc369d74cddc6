package dev.depict.testkit.memory;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Expense;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.Attempt;
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

  boolean end(Lease lease, AttemptEnd end, Expense expense) {
    Call call = session.database.calls.get(lease);
    if (call == null) {
      return false;
    }
    boolean running = call.owner.lease.filter(lease::equals).isPresent();
    switch (end) {
      case AttemptEnd.Answered answered -> answered(call, answered, expense, running);
      case AttemptEnd.Failed(var failure, var counted) -> {
        close(call, counted, Optional.of(failure), expense);
        if (running) {
          call.owner.countedFailures += counted ? 1 : 0;
          endings.fail(call.owner, failure);
        }
      }
      case AttemptEnd.RetryAt(var failure, var time) -> {
        close(call, true, Optional.of(failure), expense);
        if (running) {
          call.owner.countedFailures++;
          call.owner.failure = Optional.of(failure);
          back(call.owner, EventType.RETRY_SCHEDULED, Optional.of(time), Optional.of(failure));
        }
      }
      case AttemptEnd.GivenBack(var failure, var notBefore) -> {
        close(call, false, failure, expense);
        if (running) {
          call.owner.failure = failure.or(() -> call.owner.failure);
          back(call.owner, EventType.GIVEN_BACK, notBefore, failure);
        }
      }
    }
    return running;
  }

  /** An answer is kept whoever brings it; it completes the task that waits for it now. */
  private void answered(Call call, AttemptEnd.Answered end, Expense expense, boolean running) {
    Database database = session.database;
    if (database.chunks.containsKey(end.id())) {
      return;
    }
    Attempt attempt = call.attempt();
    if (Attempts.learns(attempt, true, expense)) {
      change(call, Attempts.succeeded(attempt, expense, session.now()));
    }
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

  private void close(Call call, boolean counted, Optional<Failure> failure, Expense expense) {
    Attempt attempt = call.attempt();
    if (Attempts.learns(attempt, false, expense)) {
      change(call, Attempts.failed(attempt, counted, failure, expense, session.now()));
    }
  }

  /** Closes the attempt of a call whose process died. */
  void lose(Call call) {
    if (Attempts.open(call.attempt())) {
      close(call, false, Optional.empty(), Attempts.LOST);
    }
  }

  private void change(Call call, Attempt after) {
    session.database.books.rebook(call.key, call.attempt(), after);
    call.replace(after);
  }

  private void back(
      Row row, EventType type, Optional<Instant> notBefore, Optional<Failure> failure) {
    row.lease = Optional.empty();
    row.nextAttempt = notBefore;
    journal.move(row, type, TaskStatus.PENDING, failure);
    if (row.ready()) {
      session.madeReady();
    }
  }
}
