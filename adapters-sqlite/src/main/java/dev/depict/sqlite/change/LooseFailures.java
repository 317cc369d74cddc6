package dev.depict.sqlite.change;

import java.sql.SQLException;

/**
 * Failures that were let go of. Each is removed once the events that may name it are gone and
 * nothing else holds it.
 */
final class LooseFailures {
  private final Ledger ledger;

  LooseFailures(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(long failure) throws SQLException {
    ledger
        .sql()
        .update(
            "INSERT OR REPLACE INTO failure_loose (failure, sequence) VALUES (?, ?)",
            failure,
            ledger.counters().sequence);
  }

  void ofTask(Stored task) throws SQLException {
    if (task.failure().isPresent()) {
      add(task.failure().getAsLong());
    }
  }

  void ofAttempts(Stored task) throws SQLException {
    ledger
        .sql()
        .update(
            """
            INSERT OR REPLACE INTO failure_loose (failure, sequence)
            SELECT failure, ? FROM attempt WHERE task = ? AND failure IS NOT NULL
            """,
            ledger.counters().sequence,
            task.ordinal());
  }

  /** Removes up to so many of them; returns whether there may be more. */
  boolean remove(int most) throws SQLException {
    var due =
        ledger
            .sql()
            .all(
                """
                SELECT failure FROM failure_loose
                WHERE sequence < coalesce((SELECT min(sequence) FROM event), sequence + 1) LIMIT ?
                """,
                row -> row.number(1),
                most);
    for (long failure : due) {
      ledger
          .sql()
          .update(
              """
              DELETE FROM failure WHERE ordinal = ?1
                AND NOT EXISTS (SELECT 1 FROM task WHERE failure = ?1)
                AND NOT EXISTS (SELECT 1 FROM attempt WHERE failure = ?1)
              """,
              failure);
      ledger.sql().update("DELETE FROM failure_loose WHERE failure = ?", failure);
    }
    return due.size() == most;
  }
}
