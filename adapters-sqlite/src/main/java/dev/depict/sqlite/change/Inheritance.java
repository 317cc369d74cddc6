package dev.depict.sqlite.change;

import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;

/**
 * Hands attempts over from a leader that goes to the twin that takes its place. The lease of a
 * running call goes on naming the old task; its row in {@code stray} says who that is now.
 */
final class Inheritance {
  /** What a late answer may still reach, or be forgiven. */
  private record Old(int number, long epoch, boolean open) {
    static Old read(Row row) throws SQLException {
      return new Old(row.small(1), row.number(2), row.number(3) != 0);
    }
  }

  /**
   * @param attempts how many the heir has now
   * @param leaseAttempt the number under which the running one goes on
   */
  record Moved(int attempts, int leaseAttempt) {}

  private final Sql sql;

  Inheritance(Ledger ledger) {
    this.sql = ledger.sql();
  }

  Moved moveAttempts(Stored from, Stored heir) throws SQLException {
    int last = heir.attempts();
    int leaseAttempt = 0;
    for (Old old :
        sql.all(
            """
            SELECT number, epoch, state IN (0, 1, 4) OR counted = 1 FROM attempt
            WHERE task = ? ORDER BY number
            """,
            Old::read,
            from.ordinal())) {
      last = Math.max(old.number(), last + 1);
      sql.update(
          """
          UPDATE attempt SET task = ?, number = ?, round = CASE round WHEN ? THEN ? ELSE 0 END
          WHERE task = ? AND number = ?
          """,
          heir.ordinal(),
          last,
          from.round(),
          heir.round(),
          from.ordinal(),
          old.number());
      boolean handedOnAgain = follow(from.ordinal(), old.number(), heir.ordinal(), last);
      if (old.open() && !handedOnAgain) {
        stray(from, old.number(), old.epoch(), heir.ordinal(), last);
      }
      if (old.number() == from.leaseAttempt()) {
        leaseAttempt = last;
      }
    }
    sql.update(
        "UPDATE task SET lease_epoch = NULL, lease_attempt = NULL WHERE ordinal = ?",
        from.ordinal());
    return new Moved(Math.max(last, heir.attempts()), leaseAttempt);
  }

  /** A call that was handed over before is handed on. */
  private boolean follow(long from, int attempt, long heir, int heirAttempt) throws SQLException {
    return sql.update(
            "UPDATE stray SET heir = ?, heir_attempt = ? WHERE heir = ? AND heir_attempt = ?",
            heir,
            heirAttempt,
            from,
            attempt)
        > 0;
  }

  private void stray(Stored from, int attempt, long epoch, long heir, int heirAttempt)
      throws SQLException {
    sql.update(
        """
        INSERT INTO stray (id, attempt, epoch, heir, heir_attempt, fingerprint, media, quota)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        from.id(),
        attempt,
        epoch,
        heir,
        heirAttempt,
        from.fingerprint(),
        from.media(),
        from.quota());
  }

  /** A call that its task no longer waits for, and that may still bring its answer. */
  void letGo(Stored task) throws SQLException {
    if (task.leaseEpoch().isPresent()) {
      int attempt = task.leaseAttempt();
      if (!follow(task.ordinal(), attempt, task.ordinal(), attempt)) {
        stray(task, attempt, task.leaseEpoch().getAsLong(), task.ordinal(), attempt);
      }
      sql.update(
          "UPDATE task SET lease_epoch = NULL, lease_attempt = NULL WHERE ordinal = ?",
          task.ordinal());
    }
  }

  /** Keeps what the open calls of a task that is deleted need to bring their answers home. */
  void orphan(Stored deleted) throws SQLException {
    sql.update(
        """
        DELETE FROM stray WHERE heir = ? AND NOT EXISTS (SELECT 1 FROM attempt a
          WHERE a.task = stray.heir AND a.number = stray.heir_attempt AND a.state IN (0, 1, 4))
        """,
        deleted.ordinal());
    sql.update(
        """
        UPDATE stray SET heir = NULL, (quota, reserved, time, booked) = (
          SELECT a.quota, a.reserved, coalesce(a.send_time, a.start_time), a.state = 4
          FROM attempt a WHERE a.task = stray.heir AND a.number = stray.heir_attempt)
        WHERE heir = ?
        """,
        deleted.ordinal());
    sql.update(
        """
        INSERT OR IGNORE INTO stray (id, attempt, epoch, heir, heir_attempt, fingerprint, media,
          quota, reserved, time, booked)
        SELECT ?, number, epoch, NULL, NULL, ?, ?, quota, reserved,
          coalesce(send_time, start_time), state = 4
        FROM attempt WHERE task = ? AND state IN (0, 1, 4)
        """,
        deleted.id(),
        deleted.fingerprint(),
        deleted.media(),
        deleted.ordinal());
  }
}
