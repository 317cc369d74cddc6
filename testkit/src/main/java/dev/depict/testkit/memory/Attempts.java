package dev.depict.testkit.memory;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.Failure;
import java.time.Instant;
import java.util.Optional;

/** The states of an attempt. */
final class Attempts {
  /** The end of an attempt whose process died. */
  static final Expense LOST = new Expense(Optional.empty(), Charge.UNKNOWN);

  private Attempts() {}

  static Attempt started(int number, String node, MicroDollars reserved, Instant now) {
    return new Attempt(
        number,
        node,
        AttemptState.STARTED,
        false,
        Optional.empty(),
        Usage.NONE,
        reserved,
        MicroDollars.ZERO,
        now,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static Attempt renumbered(Attempt attempt, int number) {
    return with(attempt, number, attempt.counted());
  }

  static Attempt uncounted(Attempt attempt) {
    return with(attempt, attempt.number(), false);
  }

  private static Attempt with(Attempt attempt, int number, boolean counted) {
    return new Attempt(
        number,
        attempt.node(),
        attempt.state(),
        counted,
        attempt.failure(),
        attempt.usage(),
        attempt.reserved(),
        attempt.cost(),
        attempt.startTime(),
        attempt.sendTime(),
        attempt.finishTime(),
        attempt.externalId());
  }

  static Attempt succeeded(Attempt attempt, Expense expense, Instant now) {
    return ended(
        attempt, AttemptState.SUCCEEDED, attempt.counted(), Optional.empty(), expense, now);
  }

  static Attempt failed(
      Attempt attempt, boolean counted, Optional<Failure> failure, Expense expense, Instant now) {
    boolean unknown = expense.charge() instanceof Charge.Unknown;
    return ended(
        attempt,
        unknown ? AttemptState.UNKNOWN : AttemptState.FAILED,
        open(attempt) ? counted : attempt.counted(),
        failure.or(attempt::failure),
        expense,
        now);
  }

  private static Attempt ended(
      Attempt attempt,
      AttemptState state,
      boolean counted,
      Optional<Failure> failure,
      Expense expense,
      Instant now) {
    Optional<Instant> known = expense.sendTime().or(attempt::sendTime);
    return switch (expense.charge()) {
      case Charge.NotSent _ ->
          ended(
              attempt,
              state,
              counted,
              failure,
              new Charge.Billed(Usage.NONE, MicroDollars.ZERO, ""),
              Optional.empty(),
              now);
      case Charge.Billed billed ->
          ended(
              attempt,
              state,
              counted,
              failure,
              billed,
              known.or(() -> Optional.of(attempt.startTime())),
              now);
      case Charge.Unknown _ ->
          ended(
              attempt,
              state,
              counted,
              failure,
              new Charge.Billed(Usage.NONE, attempt.reserved(), ""),
              known,
              now);
    };
  }

  private static Attempt ended(
      Attempt attempt,
      AttemptState state,
      boolean counted,
      Optional<Failure> failure,
      Charge.Billed billed,
      Optional<Instant> sendTime,
      Instant now) {
    return new Attempt(
        attempt.number(),
        attempt.node(),
        state,
        counted,
        failure,
        billed.usage(),
        attempt.reserved(),
        billed.cost(),
        attempt.startTime(),
        sendTime,
        Optional.of(now),
        billed.responseId());
  }

  /** Whether the attempt goes on. */
  static boolean open(Attempt attempt) {
    return attempt.state() == AttemptState.STARTED || attempt.state() == AttemptState.SENT;
  }

  /** Whether an end tells more than is known. An answer is the last word. */
  static boolean learns(Attempt attempt, boolean answered, Expense expense) {
    return switch (attempt.state()) {
      case STARTED, SENT -> true;
      case UNKNOWN -> answered || !(expense.charge() instanceof Charge.Unknown);
      case FAILED -> answered;
      case SUCCEEDED -> false;
    };
  }

  /** Whether a call was sent, as far as anybody knows, and its attempt has ended. */
  static boolean booked(Attempt attempt) {
    return attempt.sendTime().isPresent() || attempt.state() == AttemptState.UNKNOWN;
  }
}
