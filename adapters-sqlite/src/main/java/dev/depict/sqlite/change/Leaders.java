package dev.depict.sqlite.change;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works for a fingerprint: the leader's lane, and who inherits from it. */
final class Leaders {
  private static final String PROMOTE =
      """
      UPDATE task SET leader = NULL, live = 1, status = ?, lane = ?, ready = ?,
        next_attempt_time = ?, attempts = ?, counted_failures = ?, crashes = ?, start_time = ?,
        lease_epoch = ?, lease_attempt = ?, failure = ?, update_time = ?
      WHERE ordinal = ?
      """;
  private static final String MOST_URGENT =
      "SELECT min(lane) FROM task WHERE media = ? AND fingerprint = ? AND leader IS NOT NULL";

  private final Ledger ledger;
  private final Sql sql;

  Leaders(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  /** Gives a leader the lane of a new twin if that is more urgent. */
  void raise(long leaderOrdinal, Lane lane) throws SQLException {
    Optional<Stored> found = Stored.get(sql, leaderOrdinal);
    if (found.isEmpty() || lane.compareTo(found.get().lane()) >= 0) {
      return;
    }
    Stored leader = found.get();
    boolean waits = leader.status() == TaskStatus.PENDING;
    sql.update(
        """
        UPDATE task SET lane = ?, ready = CASE WHEN ready IS NULL THEN NULL ELSE ? END,
          update_time = CASE WHEN status = 0 THEN ? ELSE update_time END
        WHERE ordinal = ?
        """,
        Codes.LANE.of(lane),
        Transitions.ready(lane, leader.countedFailures()),
        ledger.nowMillis(),
        leader.ordinal());
    ledger.counters().count(leader.quota(), leader.status(), leader.lane(), false, false, -1);
    ledger.counters().count(leader.quota(), leader.status(), lane, false, false, 1);
    if (waits) {
      Optional<TaskStatus> pending = Optional.of(TaskStatus.PENDING);
      ledger.append(EventType.LANE_RAISED, leader.ordinal(), pending, pending, null);
      ledger.madeReady();
    }
  }

  /** Lets the first twin of a leader that goes step into its place. */
  void inherit(Stored from) throws SQLException {
    Optional<Stored> heir = from.firstTwin(ledger);
    if (heir.isPresent()) {
      inherit(from, heir.get());
    }
  }

  private void inherit(Stored from, Stored heir) throws SQLException {
    boolean running = from.status() == TaskStatus.PROCESSING;
    TaskStatus status = running ? TaskStatus.PROCESSING : TaskStatus.PENDING;
    Lane lane =
        sql.first(
                MOST_URGENT,
                row -> Codes.LANE.constant(row.number(1)),
                from.media(),
                from.fingerprint())
            .orElse(heir.lane());
    var moved = new Inheritance(ledger).moveAttempts(from, heir);
    @Nullable Integer ready =
        running || from.nextAttemptTime().isPresent()
            ? null
            : Transitions.ready(lane, from.countedFailures());
    sql.update(
        PROMOTE,
        Codes.STATUS.of(status),
        Codes.LANE.of(lane),
        ready,
        from.nextAttemptTime().isPresent() ? from.nextAttemptTime().getAsLong() : null,
        moved.attempts(),
        from.countedFailures(),
        from.crashes(),
        startTime(heir, from, running),
        running ? from.leaseEpoch().orElseThrow() : null,
        running ? moved.leaseAttempt() : null,
        from.failure().isPresent() ? from.failure().getAsLong() : null,
        ledger.nowMillis(),
        heir.ordinal());
    ledger.counters().count(heir.quota(), TaskStatus.PENDING, heir.lane(), true, false, -1);
    ledger.counters().count(heir.quota(), status, lane, false, false, 1);
    ledger.append(
        EventType.PROMOTED,
        heir.ordinal(),
        Optional.of(TaskStatus.PENDING),
        Optional.of(status),
        null);
    if (ready != null) {
      ledger.madeReady();
    } else if (from.nextAttemptTime().isPresent()) {
      ledger.delaysChange();
    }
  }

  private static @Nullable Long startTime(Stored heir, Stored from, boolean running) {
    if (heir.startTime().isPresent()) {
      return heir.startTime().getAsLong();
    }
    return running && from.startTime().isPresent() ? from.startTime().getAsLong() : null;
  }
}
