package dev.depict.sqlite.change;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Ends an attempt, and whatever waited for it. */
public record EndAttempt(Lease lease, AttemptEnd end, Expense expense)
    implements Work<Ledger, Boolean> {
  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    Optional<Call> found = Call.of(ledger, lease);
    if (found.isEmpty()) {
      return false;
    }
    Call call = found.get();
    switch (end) {
      case AttemptEnd.Answered answered -> answered(ledger, call, answered);
      case AttemptEnd.Failed(var failure, var counted) -> failed(ledger, call, failure, counted);
      case AttemptEnd.RetryAt(var failure, var time) -> retry(ledger, call, failure, time);
      case AttemptEnd.GivenBack(var failure, var notBefore) ->
          givenBack(ledger, call, failure, notBefore);
    }
    forget(ledger, call);
    return call.running();
  }

  /** An answer is kept whoever brings it; it completes the task that waits for it now. */
  private void answered(Ledger ledger, Call call, AttemptEnd.Answered answered)
      throws SQLException {
    var answers = new Answers(ledger);
    OptionalLong stored = answers.insert(answered, call.fingerprint(), call.media());
    if (stored.isEmpty()) {
      return;
    }
    new Attempts(ledger).succeed(call, expense);
    Optional<Stored> waiting =
        call.running()
            ? call.owner()
            : Stored.leaderOf(ledger.sql(), call.media(), call.fingerprint())
                .filter(leader -> leader.status() == TaskStatus.PENDING);
    List<Stored> twins = waiting.isPresent() ? waiting.get().twins(ledger) : List.of();
    var tasks = new ArrayList<Stored>();
    call.owner().ifPresent(tasks::add);
    waiting.filter(task -> !isOwner(call, task)).ifPresent(tasks::add);
    tasks.addAll(twins);
    long answer = stored.getAsLong();
    answers.index(answer, answered.depiction(), call.media(), tasks);
    var transitions = new Transitions(ledger);
    if (waiting.isPresent()) {
      transitions.complete(waiting.get(), answer, !isOwner(call, waiting.get()));
    }
    for (Stored twin : twins) {
      transitions.complete(twin, answer, true);
    }
  }

  private static boolean isOwner(Call call, Stored task) {
    return call.owner().filter(owner -> owner.ordinal() == task.ordinal()).isPresent();
  }

  private void failed(Ledger ledger, Call call, Failure failure, boolean counted)
      throws SQLException {
    var attempts = new Attempts(ledger);
    long ordinal = attempts.failure(failure);
    attempts.fail(call, counted, ordinal, expense);
    letGo(ledger, call, ordinal);
    if (call.running() && call.owner().isPresent()) {
      Stored task = call.owner().get();
      failWithTwins(
          ledger, task, ordinal, task.countedFailures() + (counted ? 1 : 0), task.crashes());
    }
  }

  static void failWithTwins(
      Ledger ledger, Stored task, long failure, int countedFailures, int crashes)
      throws SQLException {
    var transitions = new Transitions(ledger);
    List<Stored> twins = task.twins(ledger);
    transitions.fail(task, failure, countedFailures, crashes);
    for (Stored twin : twins) {
      transitions.fail(twin, failure, twin.countedFailures(), twin.crashes());
    }
  }

  private void retry(Ledger ledger, Call call, Failure failure, Instant time) throws SQLException {
    var attempts = new Attempts(ledger);
    long ordinal = attempts.failure(failure);
    attempts.fail(call, true, ordinal, expense);
    letGo(ledger, call, ordinal);
    if (call.running() && call.owner().isPresent()) {
      Stored task = call.owner().get();
      new Transitions(ledger)
          .requeue(
              task,
              EventType.RETRY_SCHEDULED,
              OptionalLong.of(ceilingMillis(time)),
              task.countedFailures() + 1,
              task.crashes(),
              ordinal);
    }
  }

  private void givenBack(
      Ledger ledger, Call call, Optional<Failure> failure, Optional<Instant> notBefore)
      throws SQLException {
    var attempts = new Attempts(ledger);
    @Nullable Long ordinal = failure.isPresent() ? attempts.failure(failure.get()) : null;
    attempts.fail(call, false, ordinal, expense);
    if (ordinal != null) {
      letGo(ledger, call, ordinal);
    }
    if (call.running() && call.owner().isPresent()) {
      Stored task = call.owner().get();
      OptionalLong time =
          notBefore.isPresent()
              ? OptionalLong.of(ceilingMillis(notBefore.get()))
              : OptionalLong.empty();
      new Transitions(ledger)
          .requeue(
              task, EventType.GIVEN_BACK, time, task.countedFailures(), task.crashes(), ordinal);
    }
  }

  /** The failure of a call that comes late may be of no interest. */
  private static void letGo(Ledger ledger, Call call, long failure) throws SQLException {
    if (!call.running()) {
      new LooseFailures(ledger).add(failure);
    }
  }

  /** A wait never ends early for being stored in whole milliseconds. */
  private static long ceilingMillis(Instant time) {
    return time.plusNanos(999_999).toEpochMilli();
  }

  /** Lets go of what is known of a call, unless more can come of it. */
  private void forget(Ledger ledger, Call call) throws SQLException {
    boolean own =
        call.owner()
            .filter(owner -> owner.holds(lease.epoch(), lease.attempt()))
            .filter(owner -> Arrays.equals(owner.id(), Uuids.bytes(lease.task().value())))
            .isPresent();
    if (!own) {
      forgetStray(new Strays(ledger), call);
    } else if (!call.running()) {
      ledger
          .sql()
          .update(
              "UPDATE task SET lease_epoch = NULL, lease_attempt = NULL WHERE ordinal = ?",
              call.owner().get().ordinal());
    }
  }

  private void forgetStray(Strays strays, Call call) throws SQLException {
    boolean late = expense.charge() instanceof Charge.Unknown;
    boolean forgivable = call.owner().isPresent() && counted();
    if (end instanceof AttemptEnd.Answered || !(late || forgivable)) {
      strays.forget(lease);
    } else if (call.owner().isEmpty()) {
      strays.booked(lease, expense.sendTime());
    }
  }

  private boolean counted() {
    return switch (end) {
      case AttemptEnd.RetryAt _ -> true;
      case AttemptEnd.Failed failed -> failed.counted();
      case AttemptEnd.Answered _, AttemptEnd.GivenBack _ -> false;
    };
  }
}
