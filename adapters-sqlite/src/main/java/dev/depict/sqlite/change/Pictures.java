package dev.depict.sqlite.change;

import dev.depict.domain.media.Media;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of pictures. */
final class Pictures {
  private static final String INSERT =
      """
      INSERT INTO media (ordinal, digest, format, bytes, width, height, content)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
      WHERE NOT EXISTS (
        SELECT 1 FROM media WHERE substr(digest, 1, 4) = substr(?2, 1, 4) AND digest = ?2)
      """;
  private static final String FIND =
      "SELECT ordinal FROM media WHERE substr(digest, 1, 4) = substr(?1, 1, 4) AND digest = ?1";

  private final Ledger ledger;
  private final Sql sql;

  Pictures(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  OptionalLong find(byte[] digest) throws SQLException {
    return sql.first(FIND, row -> row.number(1), (Object) digest)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Stores a picture and returns its number; empty when it is stored already. */
  OptionalLong add(Media media, byte[] digest, Optional<byte[]> content) throws SQLException {
    long ordinal = ledger.counters().media + 1;
    int inserted =
        sql.update(
            INSERT,
            ordinal,
            digest,
            Codes.FORMAT.of(media.format()),
            media.bytes(),
            media.width(),
            media.height(),
            content.orElse(null));
    if (inserted == 0) {
      return OptionalLong.empty();
    }
    ledger.counters().media = ordinal;
    return OptionalLong.of(ordinal);
  }

  /** From now on nothing may need the picture. */
  void mayGo(long media) throws SQLException {
    sql.update(
        """
        INSERT INTO media_unused (media, since) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET since = excluded.since
        """,
        media,
        ledger.nowMillis());
  }

  /** Gives a picture that nothing may need its full time again. */
  void renew(long media) throws SQLException {
    sql.update("UPDATE media_unused SET since = ? WHERE media = ?", ledger.nowMillis(), media);
  }

  /** A task needs the picture, which was stored before. */
  void needed(long media) throws SQLException {
    sql.update("DELETE FROM media_unused WHERE media = ?", media);
  }
}
