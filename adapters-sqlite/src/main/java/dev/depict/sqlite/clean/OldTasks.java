package dev.depict.sqlite.clean;

import dev.depict.sqlite.read.ReaderPool;
import java.time.Instant;
import java.util.List;

/**
 * Goes through the tasks from the oldest on and finds those that ended long ago. For one thread at
 * a time.
 */
public final class OldTasks {
  /** Of tasks that are removed in one transaction. */
  private static final int MOST = 100;

  /** Of tasks that are looked at in one read. */
  private static final long WINDOW = 20_000;

  private static final String FIND =
      """
      SELECT ordinal FROM task
      WHERE ordinal > ?1 AND ordinal <= ?2 AND status IN (2, 3, 4) AND finish_time <= ?3
      ORDER BY ordinal LIMIT ?4
      """;
  private static final String NEWEST = "SELECT coalesce(max(ordinal), 0) FROM task";

  private final ReaderPool readers;
  private long done;
  private boolean more;

  public OldTasks(ReaderPool readers) {
    this.readers = readers;
  }

  /** The ordinals of the next ones; after the last one it begins again. */
  public List<Long> piece(Instant until) {
    long newest = readers.query(sql -> sql.first(NEWEST, row -> row.number(1)).orElse(0L));
    while (done < newest) {
      long from = done;
      List<Long> found =
          readers.query(sql ->
              sql.all(FIND, row -> row.number(1), from, from + WINDOW, until.toEpochMilli(), MOST));
      done = found.size() == MOST ? found.getLast() : from + WINDOW;
      if (!found.isEmpty()) {
        more = true;
        return found;
      }
    }
    done = 0;
    more = false;
    return List.of();
  }

  /** Whether the last piece was not the end. */
  public boolean more() {
    return more;
  }
}
