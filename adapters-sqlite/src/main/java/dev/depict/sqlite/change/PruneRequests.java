package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Duration;

/** Removes old request ids. A part at a time; returns how many. */
public record PruneRequests(Duration kept) implements Work<Ledger, Integer> {
  /** Of request ids in one transaction; when as many are removed there may be more. */
  public static final int MOST = 500;

  @Override
  public Integer run(Ledger ledger) throws SQLException {
    return ledger
        .sql()
        .update(
            """
            DELETE FROM request WHERE (principal, request_id) IN (
              SELECT principal, request_id FROM request WHERE time <= ? LIMIT ?)
            """,
            ledger.now().minus(kept).toEpochMilli(),
            MOST);
  }
}
