package dev.depict.sqlite.change;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Failure;
import dev.depict.sqlite.db.Codes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and closes attempts, and books what they took on the day they were sent. */
final class Attempts {
  private static final String OPEN =
      """
      INSERT INTO attempt (task, number, epoch, node, state, counted, reserved, start_time, quota,
        round)
      SELECT ordinal, attempts, ?, ?, 0, 0, estimate_cost, ?, quota, round
      FROM task WHERE ordinal IN (SELECT value FROM json_each(?))
      """;
  private static final String FIND =
      "SELECT " + Tried.COLUMNS + "FROM attempt WHERE task = ? AND number = ?";
  private static final String CLOSE =
      """
      UPDATE attempt SET state = ?1, counted = ?2,
        failure = CASE WHEN ?1 = 2 THEN NULL ELSE coalesce(?3, failure) END, prompt_tokens = ?4,
        output_tokens = ?5, thinking_tokens = ?6, cached_tokens = ?7, cost = ?8, send_time = ?9,
        external_id = ?10, finish_time = ?11
      WHERE task = ?12 AND number = ?13
      """;

  private final Ledger ledger;

  Attempts(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Opens the attempts that tasks count as their latest.
   *
   * @param tasks as a JSON array of their numbers
   */
  void open(String tasks) throws SQLException {
    ledger.sql().update(OPEN, ledger.epoch(), ledger.node(), ledger.nowMillis(), tasks);
  }

  /** Ends the attempt of a call with an answer. */
  void succeed(Call call, Expense expense) throws SQLException {
    end(call, true, false, null, expense);
  }

  /** Ends the attempt of a call without an answer. */
  void fail(Call call, boolean counted, @Nullable Long failure, Expense expense)
      throws SQLException {
    end(call, false, counted, failure, expense);
  }

  private void end(
      Call call, boolean answered, boolean counted, @Nullable Long failure, Expense expense)
      throws SQLException {
    if (call.owner().isPresent()) {
      long task = call.owner().get().ordinal();
      Optional<Tried> known = find(task, call.attempt());
      if (known.isPresent() && known.get().learns(answered, expense.charge())) {
        Tried ended = known.get().ended(answered, counted, expense);
        store(task, call.attempt(), ended, failure);
        rebook(known.get(), ended);
      }
    } else if (call.forgotten().isPresent()) {
      Tried known = call.forgotten().get();
      if (known.learns(answered, expense.charge())) {
        rebook(known, known.ended(answered, counted, expense));
      }
    }
  }

  /** Ends an attempt whose process died. What was set aside for it counts as spent. */
  void lose(long task, int number) throws SQLException {
    Optional<Tried> known = find(task, number).filter(Tried::open);
    if (known.isPresent()) {
      Tried lost = known.get().ended(false, false, new Expense(Optional.empty(), Charge.UNKNOWN));
      store(task, number, lost, null);
      rebook(known.get(), lost);
    }
  }

  /** Takes back that an attempt was counted; false when it was not. */
  boolean uncount(long task, int number, int round) throws SQLException {
    return ledger
            .sql()
            .update(
                """
                UPDATE attempt SET counted = 0
                WHERE task = ? AND number = ? AND round = ? AND counted = 1
                """,
                task,
                number,
                round)
        > 0;
  }

  private Optional<Tried> find(long task, int number) throws SQLException {
    return ledger.sql().first(FIND, Tried::read, task, number);
  }

  private void store(long task, int number, Tried ended, @Nullable Long failure)
      throws SQLException {
    Usage usage = ended.usage();
    ledger
        .sql()
        .update(
            CLOSE,
            Codes.ATTEMPT.of(ended.state()),
            ended.counted() ? 1 : 0,
            failure,
            usage.promptTokens(),
            usage.outputTokens(),
            usage.thinkingTokens(),
            usage.cachedTokens(),
            ended.cost(),
            ended.sent().map(Instant::toEpochMilli).orElse(null),
            ended.externalId(),
            ledger.nowMillis(),
            task,
            number);
  }

  private void rebook(Tried before, Tried after) {
    before.booking().ifPresent(ledger::cancel);
    after.booking().ifPresent(ledger::book);
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
