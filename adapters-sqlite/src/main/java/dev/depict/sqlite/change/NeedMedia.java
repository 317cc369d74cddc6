package dev.depict.sqlite.change;

import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Takes note that tasks were found that need pictures.
 *
 * @param media their ordinals
 * @param until those of which a task was deleted then or earlier; a later one is looked for anew
 */
public record NeedMedia(List<Long> media, Instant until) implements Work<Ledger, Boolean> {
  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    for (long ordinal : media) {
      ledger
          .sql()
          .update(
              "DELETE FROM media_unused WHERE media = ? AND since <= ?",
              ordinal,
              until.toEpochMilli());
    }
    return true;
  }
}
