package dev.depict.sqlite.change;

import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The highest numbers in use, and how many tasks there are of which kind. */
final class Counters {
  long task;
  long media;
  long answer;
  long failure;
  long sequence;
  long twins;
  long reused;

  /** Whether there are answers about pictures that are not stored any more. */
  boolean mediaGone;

  private final long[] byStatus;
  private final long[] pendingByLane;
  private final Map<Long, Backlog> pendingByQuota = new HashMap<>();

  /**
   * What waits for one quota.
   *
   * @param twins the part of the tasks that gets another one's answer
   */
  record Backlog(long tasks, long twins) {
    static final Backlog NONE = new Backlog(0, 0);
  }

  private Counters(long[] byStatus, long[] pendingByLane) {
    this.byStatus = byStatus;
    this.pendingByLane = pendingByLane;
  }

  /** Counts what is stored. Looks at every task once. */
  static Counters load(Sql sql) throws SQLException {
    var counters =
        new Counters(new long[TaskStatus.values().length], new long[Lane.values().length]);
    counters.task =
        number(
            sql,
            "SELECT max(coalesce((SELECT max(ordinal) FROM task), 0),"
                + " coalesce((SELECT max(task) FROM tombstone), 0))");
    counters.media =
        number(
            sql,
            "SELECT max(coalesce((SELECT max(ordinal) FROM media), 0),"
                + " coalesce((SELECT max(ordinal) FROM media_gone), 0))");
    counters.mediaGone = number(sql, "SELECT EXISTS (SELECT 1 FROM media_gone)") != 0;
    counters.answer = number(sql, "SELECT coalesce(max(ordinal), 0) FROM answer");
    counters.failure = number(sql, "SELECT coalesce(max(ordinal), 0) FROM failure");
    counters.sequence = number(sql, "SELECT coalesce(max(sequence), 0) FROM event");
    sql.all(
        """
        SELECT quota, status, lane, leader IS NOT NULL AS twin, reused, count(*) FROM task
        GROUP BY quota, status, lane, twin, reused
        """,
        row -> {
          counters.count(
              row.number(1),
              Codes.STATUS.constant(row.number(2)),
              Codes.LANE.constant(row.number(3)),
              row.number(4) != 0,
              row.number(5) != 0,
              row.number(6));
          return row.number(6);
        });
    return counters;
  }

  private static long number(Sql sql, String query) throws SQLException {
    return sql.first(query, row -> row.number(1)).orElse(0L);
  }

  /** Notes that so many tasks more, or less, are of a kind. */
  void count(long quota, TaskStatus status, Lane lane, boolean twin, boolean byOther, long change) {
    byStatus[Codes.STATUS.of(status)] += change;
    if (status == TaskStatus.PENDING) {
      long changeOfTwins = twin ? change : 0;
      pendingByLane[Codes.LANE.of(lane)] += change;
      twins += changeOfTwins;
      Backlog before = pendingByQuota.getOrDefault(quota, Backlog.NONE);
      pendingByQuota.put(
          quota, new Backlog(before.tasks() + change, before.twins() + changeOfTwins));
    }
    if (status == TaskStatus.COMPLETED && byOther) {
      reused += change;
    }
  }

  long count(TaskStatus status) {
    return byStatus[Codes.STATUS.of(status)];
  }

  long pending(Lane lane) {
    return pendingByLane[Codes.LANE.of(lane)];
  }

  /** By the number of the quota. */
  Map<Long, Backlog> pendingByQuota() {
    return pendingByQuota;
  }

  Counters copy() {
    var copy = new Counters(byStatus.clone(), pendingByLane.clone());
    copy.pendingByQuota.putAll(pendingByQuota);
    copy.task = task;
    copy.media = media;
    copy.mediaGone = mediaGone;
    copy.answer = answer;
    copy.failure = failure;
    copy.sequence = sequence;
    copy.twins = twins;
    copy.reused = reused;
    return copy;
  }
}
