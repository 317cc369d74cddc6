package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;

/** Makes ready tasks whose delay is over, so many at once that no other command waits long. */
public record ReleaseDelayed() implements Work<Ledger, Integer> {
  /** Of tasks in one transaction. */
  public static final int MOST = 5_000;

  private static final String RELEASE =
      """
      UPDATE task SET next_attempt_time = NULL, ready = 2 * lane + (counted_failures > 0)
      WHERE ordinal IN (SELECT ordinal FROM task
        WHERE next_attempt_time IS NOT NULL AND next_attempt_time <= ?
        ORDER BY next_attempt_time LIMIT ?)
      """;

  @Override
  public Integer run(Ledger ledger) throws SQLException {
    int released = ledger.sql().update(RELEASE, ledger.nowMillis(), MOST);
    if (released > 0) {
      ledger.delaysChange();
      ledger.madeReady();
    }
    return released;
  }
}
