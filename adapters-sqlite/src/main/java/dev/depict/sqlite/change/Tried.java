package dev.depict.sqlite.change;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.AttemptState;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt as it is stored, as far as its end needs it. What is booked for it follows from this
 * alone, so that the books and the attempts cannot part.
 *
 * @param claimed when it began
 * @param sent when its call was sent; absent while it is under way, and when nothing was
 * @param cost millionths of a US dollar
 */
record Tried(
    AttemptState state,
    boolean counted,
    long quota,
    long reserved,
    Instant claimed,
    Optional<Instant> sent,
    Usage usage,
    long cost,
    String externalId) {
  static final String COLUMNS =
      """
      state, counted, quota, reserved, start_time, send_time, prompt_tokens, output_tokens,
        thinking_tokens, cached_tokens, cost, external_id
      """;

  static Tried read(Row row) throws SQLException {
    AttemptState state = Codes.ATTEMPT.constant(row.number(1));
    if (state == AttemptState.STARTED) {
      // Nothing more is known of it yet. Each column that is not read counts: this is read for
      // every answer.
      return begun(row.number(3), row.number(4), Instant.ofEpochMilli(row.number(5)));
    }
    return new Tried(
        state,
        row.number(2) != 0,
        row.number(3),
        row.number(4),
        Instant.ofEpochMilli(row.number(5)),
        row.maybeNumber(6).stream().mapToObj(Instant::ofEpochMilli).findFirst(),
        new Usage(row.number(7), row.number(8), row.number(9), row.number(10)),
        row.number(11),
        row.text(12));
  }

  /** An attempt of which nothing is stored but what was reserved. */
  static Tried begun(long quota, long reserved, Instant time) {
    return new Tried(
        AttemptState.STARTED, false, quota, reserved, time, Optional.empty(), Usage.NONE, 0, "");
  }

  boolean open() {
    return state == AttemptState.STARTED || state == AttemptState.SENT;
  }

  /** Whether an end tells more than is known. An answer is the last word. */
  boolean learns(boolean answered, Charge charge) {
    return switch (state) {
      case STARTED, SENT -> true;
      case UNKNOWN -> answered || !(charge instanceof Charge.Unknown);
      case FAILED -> answered;
      case SUCCEEDED -> false;
    };
  }

  /**
   * The same after an end.
   *
   * @param count whether it counts, if this is its first end
   */
  Tried ended(boolean answered, boolean count, Expense expense) {
    boolean counts = open() ? count : counted;
    return switch (expense.charge()) {
      case Charge.NotSent _ -> with(closed(answered), counts, Optional.empty(), Usage.NONE, 0, "");
      case Charge.Billed(var took, var price, var responseId) ->
          with(
              closed(answered),
              counts,
              expense.sendTime().or(() -> sent).or(() -> Optional.of(claimed)),
              took,
              price.value(),
              responseId);
      case Charge.Unknown _ ->
          with(
              answered ? AttemptState.SUCCEEDED : AttemptState.UNKNOWN,
              counts,
              expense.sendTime().or(() -> sent),
              Usage.NONE,
              reserved,
              "");
    };
  }

  private static AttemptState closed(boolean answered) {
    return answered ? AttemptState.SUCCEEDED : AttemptState.FAILED;
  }

  private Tried with(
      AttemptState newState,
      boolean counts,
      Optional<Instant> sendTime,
      Usage took,
      long price,
      String responseId) {
    return new Tried(newState, counts, quota, reserved, claimed, sendTime, took, price, responseId);
  }

  /** How it stands in the books; empty when no call is known of. */
  Optional<Booking> booking() {
    boolean unknown = state == AttemptState.UNKNOWN;
    return sent.isPresent() || unknown
        ? Optional.of(new Booking(quota, sent.orElse(claimed), unknown, usage, cost))
        : Optional.empty();
  }
}
