package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Removes the oldest events, and the names of deleted tasks that only they need. A part at a time;
 * returns how many.
 */
public record PruneEvents(Duration kept) implements Work<Ledger, Integer> {
  /** Of events in one transaction; when as many are removed there may be more. */
  public static final int MOST = 500;

  /** The events of the last minutes lead to the calls that limits still count. */
  private static final Duration LEAST = Duration.ofHours(1);

  /** Keeps at least the events that are still needed. */
  public PruneEvents {
    kept = kept.compareTo(LEAST) < 0 ? LEAST : kept;
  }

  /** The newest event stays, whatever its age: the next one counts on from it. */
  @Override
  public Integer run(Ledger ledger) throws SQLException {
    Optional<Long> last =
        ledger
            .sql()
            .first(
                """
                SELECT max(sequence) FROM (
                  SELECT sequence, time FROM event WHERE sequence < ? ORDER BY sequence LIMIT ?)
                WHERE time <= ?
                HAVING max(sequence) IS NOT NULL
                """,
                row -> row.number(1),
                ledger.counters().sequence,
                MOST,
                ledger.now().minus(kept).toEpochMilli());
    if (last.isEmpty()) {
      return 0;
    }
    // A deletion is the last event of its task.
    ledger
        .sql()
        .update(
            """
            DELETE FROM tombstone WHERE task IN (
              SELECT task FROM event WHERE sequence <= ? AND type = 11)
            """,
            last.get());
    return ledger.sql().update("DELETE FROM event WHERE sequence <= ?", last.get());
  }
}
