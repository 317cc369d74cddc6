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
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Ledger ledger;
  private final Sql sql;

  Pictures(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  OptionalLong find(byte[] digest) throws SQLException {
    return sql.first(
            "SELECT ordinal FROM media WHERE digest = ?", row -> row.number(1), (Object) digest)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Stores a picture that is not stored yet, and returns its number. */
  long add(Media media, byte[] digest, Optional<byte[]> content) throws SQLException {
    long ordinal = ++ledger.counters().media;
    sql.update(
        INSERT,
        ordinal,
        digest,
        Codes.FORMAT.of(media.format()),
        media.bytes(),
        media.width(),
        media.height(),
        content.orElse(null));
    return ordinal;
  }
}
