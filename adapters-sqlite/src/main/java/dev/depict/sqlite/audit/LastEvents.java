package dev.depict.sqlite.audit;

import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.read.ReaderPool;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.OptionalLong;

/** Whether each task stands as its last event left it. Goes from the newest event back. */
final class LastEvents implements Check {
  private static final long PAGE = 5_000;
  private static final String COLUMNS = " e.task, e.status, t.status AS now ";

  /** Of the events of a page the last one of each task. */
  private static final String LAST =
      "SELECT"
          + COLUMNS
          + """
          FROM (SELECT task, max(sequence), status FROM event
            WHERE sequence > ? AND sequence <= ? GROUP BY task) e
          LEFT JOIN task t ON t.ordinal = e.task
          """;

  private static final String AGAIN =
      "SELECT"
          + COLUMNS
          + """
          FROM event e LEFT JOIN task t ON t.ordinal = e.task
          WHERE e.task = ? ORDER BY e.sequence DESC LIMIT 1
          """;

  private record Standing(long task, OptionalLong event, OptionalLong now) {
    static Standing read(Row row) throws SQLException {
      return new Standing(row.number(1), row.maybeNumber(2), row.maybeNumber(3));
    }

    boolean agrees() {
      return event.equals(now);
    }
  }

  @Override
  public void run(ReaderPool readers, Report report) {
    var seen = new BitSet();
    long first = bound(readers, "min");
    for (long at = bound(readers, "max"); at >= first && at > 0; at -= PAGE) {
      long to = at;
      for (Standing standing : readers.query(sql -> sql.all(LAST, Standing::read, to - PAGE, to))) {
        if (!seen.get((int) standing.task())) {
          seen.set((int) standing.task());
          judge(readers, report, standing);
        }
      }
    }
  }

  /** A task may have gone on since the page was read on which its last event was. */
  private static void judge(ReaderPool readers, Report report, Standing standing) {
    if (standing.agrees()) {
      return;
    }
    readers
        .query(sql -> sql.first(AGAIN, Standing::read, standing.task()))
        .filter(again -> !again.agrees())
        .ifPresent(again ->
            report.fault(
                "task number " + again.task(),
                "is %s, but its last event says %s".formatted(name(again.now), name(again.event)),
                "have watchers list the tasks again"));
  }

  private static String name(OptionalLong status) {
    return status.isPresent() ? Codes.STATUS.constant(status.getAsLong()).toString() : "not there";
  }

  private static long bound(ReaderPool readers, String function) {
    String bound = "SELECT coalesce(%s(sequence), 0) FROM event".formatted(function);
    return readers.query(sql -> sql.first(bound, row -> row.number(1)).orElse(0L));
  }
}
