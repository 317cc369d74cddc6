package dev.depict.sqlite.change;

import dev.depict.domain.answer.Provenance;
import dev.depict.domain.answer.Usage;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens and closes attempts, and books what they took on the day they were sent. */
final class Attempts {
  private static final String OPEN =
      """
      INSERT INTO attempt (task, number, epoch, node, state, counted, reserved, start_time)
      VALUES (?, ?, ?, ?, 0, 0, ?, ?)
      """;
  private static final String SUCCEED =
      """
      UPDATE attempt SET state = 2, counted = 0, failure = NULL, prompt_tokens = ?,
        output_tokens = ?, thinking_tokens = ?, cached_tokens = ?, cost = ?, finish_time = ?
      WHERE task = ? AND number = ?
      """;
  private static final String CLOSE =
      """
      UPDATE attempt SET state = ?, counted = ?, failure = ?, finish_time = ?
      WHERE task = ? AND number = ?
      """;
  // Asked first: RETURNING builds a table for itself each time, which costs more than the rest.
  private static final String BEGUN =
      "SELECT start_time, reserved, state IN (0, 1) FROM attempt WHERE task = ? AND number = ?";

  /** What fails before anything is sent. */
  private static final Set<FailureClass> NEVER_SENT =
      Set.of(FailureClass.INPUT, FailureClass.CRASH);

  private record Begun(Instant time, long reserved, boolean open) {
    static Begun read(Row row) throws SQLException {
      return new Begun(Instant.ofEpochMilli(row.number(1)), row.number(2), row.number(3) != 0);
    }
  }

  private final Ledger ledger;

  Attempts(Ledger ledger) {
    this.ledger = ledger;
  }

  void open(long task, int number, long reserved) throws SQLException {
    ledger
        .sql()
        .update(OPEN, task, number, ledger.epoch(), ledger.node(), reserved, ledger.nowMillis());
  }

  void succeed(Call call, Provenance provenance) throws SQLException {
    Usage usage = provenance.usage();
    long cost = provenance.cost().value();
    Instant sent = ledger.now();
    if (call.owner().isPresent()) {
      long task = call.owner().get().ordinal();
      sent = begun(task, call.attempt()).map(Begun::time).orElse(sent);
      ledger
          .sql()
          .update(
              SUCCEED,
              usage.promptTokens(),
              usage.outputTokens(),
              usage.thinkingTokens(),
              usage.cachedTokens(),
              cost,
              ledger.nowMillis(),
              task,
              call.attempt());
    }
    ledger.book(call.quota(), sent, usage, cost);
  }

  private Optional<Begun> begun(long task, int number) throws SQLException {
    return ledger.sql().first(BEGUN, Begun::read, task, number);
  }

  /** Ends an attempt without an answer, unless it has ended before. */
  void fail(Call call, boolean counted, Optional<Failure> failure, @Nullable Long ordinal)
      throws SQLException {
    if (call.owner().isEmpty()) {
      return;
    }
    Optional<Begun> begun =
        close(AttemptState.FAILED, counted, ordinal, call.owner().get().ordinal(), call.attempt());
    boolean sent = failure.filter(why -> !NEVER_SENT.contains(why.failureClass())).isPresent();
    if (begun.isPresent() && sent) {
      ledger.book(call.quota(), begun.get().time(), Usage.NONE, 0);
    }
  }

  /** Ends an attempt whose process died. What was set aside for it counts as spent. */
  void lose(Stored task) throws SQLException {
    Optional<Begun> begun =
        close(AttemptState.UNKNOWN, false, null, task.ordinal(), task.leaseAttempt());
    if (begun.isPresent()) {
      ledger.book(task.quota(), begun.get().time(), Usage.NONE, begun.get().reserved());
    }
  }

  private Optional<Begun> close(
      AttemptState state, boolean counted, @Nullable Long failure, long task, int number)
      throws SQLException {
    Optional<Begun> begun = begun(task, number).filter(Begun::open);
    if (begun.isPresent()) {
      int code = Codes.ATTEMPT.of(state);
      ledger.sql().update(CLOSE, code, counted ? 1 : 0, failure, ledger.nowMillis(), task, number);
    }
    return begun;
  }

  /** Stores a failure and returns its number. */
  long failure(Failure failure) throws SQLException {
    long ordinal = ++ledger.counters().failure;
    ledger
        .sql()
        .update(
            "INSERT INTO failure (ordinal, class, code, words) VALUES (?, ?, ?, ?)",
            ordinal,
            Codes.FAILURE.of(failure.failureClass()),
            failure.code(),
            failure.words());
    return ordinal;
  }
}
