package dev.depict.sqlite.change;

import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;

/** The highest numbers in use, and how many tasks there are of which kind. */
final class Counters {
  long task;
  long media;
  long answer;
  long failure;
  long sequence;
  long twins;
  long reused;
  private final long[] byStatus;
  private final long[] pendingByLane;

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
    counters.answer = number(sql, "SELECT coalesce(max(ordinal), 0) FROM answer");
    counters.failure = number(sql, "SELECT coalesce(max(ordinal), 0) FROM failure");
    counters.sequence = number(sql, "SELECT coalesce(max(sequence), 0) FROM event");
    sql.all(
        """
        SELECT status, lane, leader IS NOT NULL AS twin, reused, count(*) FROM task
        GROUP BY status, lane, twin, reused
        """,
        row -> {
          counters.count(
              Codes.STATUS.constant(row.number(1)),
              Codes.LANE.constant(row.number(2)),
              row.number(3) != 0,
              row.number(4) != 0,
              row.number(5));
          return row.number(5);
        });
    return counters;
  }

  private static long number(Sql sql, String query) throws SQLException {
    return sql.first(query, row -> row.number(1)).orElse(0L);
  }

  /** Notes that so many tasks more, or less, are of a kind. */
  void count(TaskStatus status, Lane lane, boolean twin, boolean byOther, long change) {
    byStatus[Codes.STATUS.of(status)] += change;
    if (status == TaskStatus.PENDING) {
      pendingByLane[Codes.LANE.of(lane)] += change;
      twins += twin ? change : 0;
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

  Counters copy() {
    var copy = new Counters(byStatus.clone(), pendingByLane.clone());
    copy.task = task;
    copy.media = media;
    copy.answer = answer;
    copy.failure = failure;
    copy.sequence = sequence;
    copy.twins = twins;
    copy.reused = reused;
    return copy;
  }
}
