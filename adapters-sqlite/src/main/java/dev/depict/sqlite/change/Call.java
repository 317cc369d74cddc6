package dev.depict.sqlite.change;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a lease stands for: whose attempt it is now, after any inheritance.
 *
 * @param owner absent when its task was deleted
 * @param attempt number within the owner
 * @param running whether its end is the end of the owner's attempt
 * @param forgotten what is known of the attempt once the owner is gone
 */
record Call(
    Optional<Stored> owner,
    int attempt,
    boolean running,
    byte[] fingerprint,
    long media,
    Optional<Tried> forgotten) {

  private record Stray(
      OptionalLong heir,
      int attempt,
      byte[] fingerprint,
      long media,
      long quota,
      long reserved,
      OptionalLong time,
      boolean booked) {
    static Stray read(Row row) throws SQLException {
      return new Stray(
          row.maybeNumber(1),
          row.small(2),
          row.bytes(3),
          row.number(4),
          row.number(5),
          row.number(6),
          row.maybeNumber(7),
          row.number(8) != 0);
    }

    Tried attempt(Instant now) {
      Instant begun = time.isPresent() ? Instant.ofEpochMilli(time.getAsLong()) : now;
      Tried open = Tried.begun(quota, reserved, begun);
      return booked
          ? open.ended(false, false, new Expense(Optional.empty(), Charge.UNKNOWN))
          : open;
    }
  }

  /** The call of a lease; empty for a lease that this database never gave. */
  static Optional<Call> of(Ledger ledger, Lease lease) throws SQLException {
    Sql sql = ledger.sql();
    Optional<Stored> named = Stored.find(sql, lease.task());
    if (named.filter(task -> task.holds(lease.epoch(), lease.attempt())).isPresent()) {
      return named.map(task -> of(task, lease.attempt(), task.status() == TaskStatus.PROCESSING));
    }
    Optional<Call> stray = stray(ledger, lease);
    if (stray.isPresent() || named.isEmpty()) {
      return stray;
    }
    return sql.first(
            "SELECT 1 FROM attempt WHERE task = ? AND number = ? AND epoch = ?",
            row -> row.number(1),
            named.get().ordinal(),
            lease.attempt(),
            lease.epoch())
        .map(known -> of(named.get(), lease.attempt(), false));
  }

  private static Call of(Stored task, int attempt, boolean running) {
    return new Call(
        Optional.of(task), attempt, running, task.fingerprint(), task.media(), Optional.empty());
  }

  private static Optional<Call> stray(Ledger ledger, Lease lease) throws SQLException {
    Sql sql = ledger.sql();
    Optional<Stray> found =
        sql.first(
            """
            SELECT heir, heir_attempt, fingerprint, media, quota, reserved, time, booked FROM stray
            WHERE id = ? AND attempt = ? AND epoch = ?
            """,
            Stray::read,
            Uuids.bytes(lease.task().value()),
            lease.attempt(),
            lease.epoch());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Stray stray = found.get();
    Optional<Stored> heir =
        stray.heir().isPresent() ? Stored.get(sql, stray.heir().getAsLong()) : Optional.empty();
    boolean running =
        heir.filter(task -> task.holds(lease.epoch(), stray.attempt()))
            .filter(task -> task.status() == TaskStatus.PROCESSING)
            .isPresent();
    Optional<Tried> forgotten =
        heir.isPresent() ? Optional.empty() : Optional.of(stray.attempt(ledger.now()));
    return Optional.of(
        new Call(heir, stray.attempt(), running, stray.fingerprint(), stray.media(), forgotten));
  }
}
