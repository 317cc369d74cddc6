package dev.depict.sqlite.change;

import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * What is stored for a fingerprint.
 *
 * @param answer the newest
 * @param leader the task that works for it now
 */
record Known(OptionalLong answer, OptionalLong leader) {
  private static final String ANSWER = "SELECT max(ordinal) FROM answer WHERE fingerprint = ?";
  private static final String LEADER =
      "SELECT ordinal FROM task WHERE media = ? AND fingerprint = ? AND live = 1";

  static Known of(Sql sql, long media, byte[] fingerprint) throws SQLException {
    return of(sql, OptionalLong.of(media), fingerprint);
  }

  /**
   * @param media absent for a picture that is not stored yet, which nobody can be working for
   */
  static Known of(Sql sql, OptionalLong media, byte[] fingerprint) throws SQLException {
    OptionalLong answer =
        sql.first(ANSWER, row -> row.maybeNumber(1), (Object) fingerprint)
            .orElse(OptionalLong.empty());
    if (media.isEmpty()) {
      return new Known(answer, OptionalLong.empty());
    }
    OptionalLong leader =
        sql.first(LEADER, row -> row.maybeNumber(1), media.getAsLong(), fingerprint)
            .orElse(OptionalLong.empty());
    return new Known(answer, leader);
  }
}
