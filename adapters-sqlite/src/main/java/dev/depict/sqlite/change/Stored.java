package dev.depict.sqlite.change;

import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.db.TextList;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A task as far as changes need to know it.
 *
 * @param leaseEpoch present while a call is under way for it, even when it was cancelled meanwhile
 * @param leaseAttempt 0 while none is
 * @param failure the last one of the round
 */
record Stored(
    long ordinal,
    byte[] id,
    byte[] fingerprint,
    long media,
    long quota,
    TaskStatus status,
    Lane lane,
    OptionalLong leader,
    int round,
    int attempts,
    int countedFailures,
    int crashes,
    boolean reused,
    OptionalLong nextAttemptTime,
    OptionalLong startTime,
    OptionalLong leaseEpoch,
    int leaseAttempt,
    OptionalLong failure,
    String source,
    String context,
    List<String> labels) {
  private static final String SELECT =
      """
      SELECT t.ordinal, t.id, t.fingerprint, t.media, t.quota, t.status, t.lane, t.leader,
        t.round, t.attempts, t.counted_failures, t.crashes, t.reused, t.next_attempt_time, t.start_time,
        t.lease_epoch, t.lease_attempt, t.failure, x.source, x.context, x.labels
      FROM task t CROSS JOIN task_text x ON x.task = t.ordinal
      """;
  private static final String BY_ID = SELECT + "WHERE t.id = ?";
  private static final String BY_ORDINAL = SELECT + "WHERE t.ordinal = ?";
  private static final String TWINS =
      SELECT
          + "WHERE t.media = ? AND t.fingerprint = ? AND t.leader IS NOT NULL ORDER BY t.ordinal";
  private static final String FIRST_TWIN =
      SELECT
          + """
          WHERE t.ordinal = (SELECT min(first) FROM (
            SELECT (SELECT ordinal FROM task w
                WHERE w.media = ? AND w.fingerprint = ? AND w.lane = r.value
                  AND w.leader IS NOT NULL
                ORDER BY w.ordinal LIMIT 1) AS first
            FROM json_each('[0,1,2]') r))
          """;
  private static final String LIVE =
      SELECT + "WHERE t.media = ? AND t.fingerprint = ? AND t.live = 1";
  private static final String RUNNING =
      SELECT + "WHERE t.lease_epoch < ? AND t.lease_epoch IS NOT NULL ORDER BY t.ordinal";

  static Optional<Stored> find(Sql sql, TaskId id) throws SQLException {
    return sql.first(BY_ID, Stored::read, (Object) Uuids.bytes(id.value()));
  }

  static Optional<Stored> get(Sql sql, long ordinal) throws SQLException {
    return sql.first(BY_ORDINAL, Stored::read, ordinal);
  }

  /** The task that works for a fingerprint now. */
  static Optional<Stored> leaderOf(Sql sql, long media, byte[] fingerprint) throws SQLException {
    return sql.first(LIVE, Stored::read, media, fingerprint);
  }

  /** Whether it was the task that works for its fingerprint when it was read. */
  private boolean leads() {
    return leader.isEmpty() && !status.isFinal();
  }

  /** The twins of this one, the first one first. */
  List<Stored> twins(Ledger ledger) throws SQLException {
    return ledger.counters().twins == 0 || !leads()
        ? List.of()
        : ledger.sql().all(TWINS, Stored::read, media, fingerprint);
  }

  /** The twin that takes this one's place when it goes. */
  Optional<Stored> firstTwin(Ledger ledger) throws SQLException {
    return ledger.counters().twins == 0 || !leads()
        ? Optional.empty()
        : ledger.sql().first(FIRST_TWIN, Stored::read, media, fingerprint);
  }

  /** Tasks with a call that an earlier process had begun. */
  static List<Stored> orphans(Sql sql, long epoch) throws SQLException {
    return sql.all(RUNNING, Stored::read, epoch);
  }

  boolean holds(long epoch, int attempt) {
    return leaseAttempt == attempt && leaseEpoch.isPresent() && leaseEpoch.getAsLong() == epoch;
  }

  private static Stored read(Row row) throws SQLException {
    return new Stored(
        row.number(1),
        row.bytes(2),
        row.bytes(3),
        row.number(4),
        row.number(5),
        Codes.STATUS.constant(row.number(6)),
        Codes.LANE.constant(row.number(7)),
        row.maybeNumber(8),
        row.small(9),
        row.small(10),
        row.small(11),
        row.small(12),
        row.number(13) != 0,
        row.maybeNumber(14),
        row.maybeNumber(15),
        row.maybeNumber(16),
        row.small(17),
        row.maybeNumber(18),
        row.text(19),
        row.text(20),
        TextList.split(row.text(21)));
  }
}
