package dev.depict.sqlite.change;

import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a transaction, written many at a time. */
final class EventBuffer {
  private static final int COLUMNS = 7;
  private static final int MANY = 32;
  private static final String ONE_ROW = statement(1);
  private static final String MANY_ROWS = statement(MANY);

  private final List<@Nullable Object[]> rows = new ArrayList<>();

  void add(
      long sequence,
      long task,
      int type,
      @Nullable Integer previous,
      @Nullable Integer status,
      long time,
      @Nullable Long failure) {
    rows.add(new @Nullable Object[] {sequence, task, type, previous, status, time, failure});
  }

  void flush(Sql sql) throws SQLException {
    int next = 0;
    for (; next + MANY <= rows.size(); next += MANY) {
      var values = new @Nullable Object[MANY * COLUMNS];
      for (int i = 0; i < MANY; i++) {
        System.arraycopy(rows.get(next + i), 0, values, i * COLUMNS, COLUMNS);
      }
      sql.update(MANY_ROWS, values);
    }
    for (; next < rows.size(); next++) {
      sql.update(ONE_ROW, rows.get(next));
    }
    rows.clear();
  }

  int size() {
    return rows.size();
  }

  /** Forgets the events added since there were so many. */
  void shrink(int size) {
    rows.subList(Math.min(size, rows.size()), rows.size()).clear();
  }

  private static String statement(int count) {
    String row = "(?, ?, ?, ?, ?, ?, ?)";
    return "INSERT INTO event (sequence, task, type, previous, status, time, failure) VALUES "
        + String.join(", ", Collections.nCopies(count, row));
  }
}
