package dev.depict.sqlite.change;

import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Removes tasks as their callers could, those of them that ended long enough ago; returns how many.
 *
 * @param tasks their ordinals
 * @param until those that ended then or earlier
 */
public record RemoveTasks(List<Long> tasks, Instant until) implements Work<Ledger, Long> {
  private static final String END =
      "SELECT finish_time FROM task WHERE ordinal = ? AND status IN (2, 3, 4)";

  @Override
  public Long run(Ledger ledger) throws SQLException {
    var delete = new Delete(ledger);
    long removed = 0;
    for (long ordinal : tasks) {
      if (isDue(ledger, ordinal)) {
        Optional<Stored> task = Stored.get(ledger.sql(), ordinal);
        if (task.isPresent()) {
          delete.remove(task.get());
          removed++;
        }
      }
    }
    return removed;
  }

  private boolean isDue(Ledger ledger, long ordinal) throws SQLException {
    return ledger
        .sql()
        .first(END, (Row row) -> row.maybeNumber(1), ordinal)
        .orElse(OptionalLong.empty())
        .stream()
        .anyMatch(time -> time <= until.toEpochMilli());
  }

  @Override
  public long bytes() {
    return 4096L * tasks.size();
  }
}
