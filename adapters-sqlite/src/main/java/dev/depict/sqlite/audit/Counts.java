package dev.depict.sqlite.audit;

import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.Snapshot;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.read.ReaderPool;
import java.util.EnumMap;
import java.util.Map;

/**
 * Whether there are as many tasks of each status as the writer has counted. While tasks change
 * faster than they can be counted there is no telling.
 */
record Counts(Ledger ledger) implements Check {
  private static final int TRIES = 3;
  private static final long PAGE = 50_000;
  private static final String COUNT =
      """
      SELECT status, count(*) FROM task
      WHERE ordinal > ? AND ordinal <= ? GROUP BY status
      """;

  /** Each change of a count has an event. */
  private static final String EVENT = "SELECT coalesce(max(sequence), 0) FROM event";

  private static final String NEWEST = "SELECT coalesce(max(ordinal), 0) FROM task";

  @Override
  public void run(ReaderPool readers, Report report) {
    for (int i = 0; i < TRIES; i++) {
      long before = number(readers, EVENT);
      Map<TaskStatus, Long> counted = counted(readers);
      boolean still = number(readers, EVENT) == before;
      Snapshot snapshot = ledger.snapshot();
      if (still && snapshot.sequence() == before) {
        compare(report, snapshot.tasks(), counted);
        return;
      }
    }
  }

  private static Map<TaskStatus, Long> counted(ReaderPool readers) {
    var counted = new EnumMap<TaskStatus, Long>(TaskStatus.class);
    long newest = number(readers, NEWEST);
    for (long at = 0; at < newest; at += PAGE) {
      long from = at;
      readers.query(sql ->
          sql.all(
              COUNT,
              row -> counted.merge(Codes.STATUS.constant(row.number(1)), row.number(2), Long::sum),
              from,
              from + PAGE));
    }
    return counted;
  }

  private static long number(ReaderPool readers, String query) {
    return readers.query(sql -> sql.first(query, row -> row.number(1)).orElse(0L));
  }

  private static void compare(
      Report report, Map<TaskStatus, Long> known, Map<TaskStatus, Long> counted) {
    for (TaskStatus status : TaskStatus.values()) {
      report.looked(1);
      long expected = known.getOrDefault(status, 0L);
      long found = counted.getOrDefault(status, 0L);
      if (expected != found) {
        report.fault(
            "the queue",
            "%d tasks are %s, but %d were counted".formatted(found, status, expected),
            "start the server again, which counts anew");
      }
    }
  }
}
