package dev.depict.sqlite.change;

import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes pictures of which no task was found, those of them that nothing has needed since; returns
 * them.
 *
 * @param media their ordinals
 * @param until those that have not been needed since then or longer
 */
public record RemoveMedia(List<Long> media, Instant until)
    implements Work<Ledger, List<RemoveMedia.Removed>> {
  /**
   * @param file whether its bytes are a file
   */
  public record Removed(MediaDigest digest, boolean file) {
    static Removed read(Row row) throws SQLException {
      return new Removed(MediaDigest.ofBytes(row.bytes(1)), row.number(2) != 0);
    }
  }

  private static final String FIND =
      """
      SELECT m.digest, m.content IS NULL FROM media_unused u JOIN media m ON m.ordinal = u.media
      WHERE u.media = ? AND u.since <= ? AND u.media NOT IN (SELECT media FROM stray)
      """;

  @Override
  public List<Removed> run(Ledger ledger) throws SQLException {
    Sql sql = ledger.sql();
    var all = new ArrayList<Removed>();
    for (long ordinal : media) {
      Optional<Removed> one = sql.first(FIND, Removed::read, ordinal, until.toEpochMilli());
      if (one.isPresent()) {
        sql.update(
            "INSERT INTO media_gone SELECT ordinal, digest FROM media WHERE ordinal = ?", ordinal);
        ledger.counters().mediaGone = true;
        sql.update("DELETE FROM media WHERE ordinal = ?", ordinal);
        sql.update("DELETE FROM media_unused WHERE media = ?", ordinal);
        all.add(one.get());
      }
    }
    return List.copyOf(all);
  }

  @Override
  public long bytes() {
    return 4096L * media.size();
  }
}
