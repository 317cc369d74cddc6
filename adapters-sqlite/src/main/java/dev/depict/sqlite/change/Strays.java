package dev.depict.sqlite.change;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.Lease;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The calls that go on under a lease that is not the one of a running task. */
final class Strays {
  private record Begun(long task, int number) {
    static Begun read(Row row) throws SQLException {
      return new Begun(row.number(1), row.small(2));
    }
  }

  private final Ledger ledger;

  Strays(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Nothing more can come of the call. */
  void forget(Lease lease) throws SQLException {
    ledger
        .sql()
        .update(
            "DELETE FROM stray WHERE id = ? AND attempt = ?",
            Uuids.bytes(lease.task().value()),
            lease.attempt());
  }

  /**
   * What was set aside for a call of a deleted task is booked, until a late answer tells better.
   */
  void booked(Lease lease, Optional<Instant> sendTime) throws SQLException {
    ledger
        .sql()
        .update(
            """
            UPDATE stray SET booked = 1, time = coalesce(?, time, ?)
            WHERE id = ? AND attempt = ? AND booked = 0
            """,
            sendTime.map(Instant::toEpochMilli).orElse(null),
            ledger.nowMillis(),
            Uuids.bytes(lease.task().value()),
            lease.attempt());
  }

  /** Books what was set aside for those that are open, after their process died. */
  void lose() throws SQLException {
    for (Begun begun :
        ledger
            .sql()
            .all(
                """
                SELECT a.task, a.number FROM stray s
                JOIN attempt a ON a.task = s.heir AND a.number = s.heir_attempt
                WHERE s.epoch < ? AND a.state IN (0, 1)
                """,
                Begun::read,
                ledger.epoch())) {
      new Attempts(ledger).lose(begun.task(), begun.number());
    }
    loseForgotten();
  }

  /**
   * Lets go of up to so many calls of dead processes that are booked; returns whether there may be
   * more.
   */
  boolean forgetDead(int most) throws SQLException {
    return ledger
            .sql()
            .update(
                """
                DELETE FROM stray WHERE (id, attempt) IN (SELECT s.id, s.attempt FROM stray s
                  WHERE s.epoch < ? AND NOT EXISTS (SELECT 1 FROM attempt a
                      WHERE a.task = s.heir AND a.number = s.heir_attempt AND a.state IN (0, 1))
                    AND (s.heir IS NOT NULL OR s.booked = 1 OR s.time IS NULL)
                  LIMIT ?)
                """,
                ledger.epoch(),
                most)
        == most;
  }

  /** Those of deleted tasks. Nothing of a version that kept no time for them is booked. */
  private void loseForgotten() throws SQLException {
    var unknown = new Expense(Optional.empty(), Charge.UNKNOWN);
    for (Tried open :
        ledger
            .sql()
            .all(
                """
                SELECT quota, reserved, time FROM stray
                WHERE heir IS NULL AND booked = 0 AND time IS NOT NULL AND epoch < ?
                """,
                row ->
                    Tried.begun(row.number(1), row.number(2), Instant.ofEpochMilli(row.number(3))),
                ledger.epoch())) {
      open.ended(false, false, unknown).booking().ifPresent(ledger::book);
    }
    ledger
        .sql()
        .update(
            "UPDATE stray SET booked = 1 WHERE heir IS NULL AND time IS NOT NULL AND epoch < ?",
            ledger.epoch());
  }
}
