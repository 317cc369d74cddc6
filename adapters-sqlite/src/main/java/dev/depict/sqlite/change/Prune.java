package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Removes what is kept for some days only: events, request ids, and what belongs to them. A part at
 * a time; returns whether there may be more.
 */
public record Prune(Duration events, Duration requests) implements Work<Ledger, Boolean> {
  private static final int MOST = 2_000;

  /** The events of the last minutes lead to the calls that limits still count. */
  private static final Duration LEAST = Duration.ofHours(1);

  /** Keeps at least the events that are still needed. */
  public Prune {
    events = events.compareTo(LEAST) < 0 ? LEAST : events;
  }

  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    boolean more = pruneEvents(ledger);
    int forgotten =
        ledger
            .sql()
            .update(
                """
                DELETE FROM request WHERE (principal, request_id) IN (
                  SELECT principal, request_id FROM request WHERE time < ? LIMIT ?)
                """,
                ledger.now().minus(requests).toEpochMilli(),
                MOST);
    return more || forgotten == MOST;
  }

  /** The newest event stays, whatever its age: the next one counts on from it. */
  private boolean pruneEvents(Ledger ledger) throws SQLException {
    Optional<Long> last =
        ledger
            .sql()
            .first(
                """
                SELECT max(sequence) FROM (
                  SELECT sequence, time FROM event WHERE sequence < ? ORDER BY sequence LIMIT ?)
                WHERE time < ?
                HAVING max(sequence) IS NOT NULL
                """,
                row -> row.number(1),
                ledger.counters().sequence,
                MOST,
                ledger.now().minus(events).toEpochMilli());
    if (last.isEmpty()) {
      return false;
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
    int removed = ledger.sql().update("DELETE FROM event WHERE sequence <= ?", last.get());
    return removed == MOST;
  }
}
