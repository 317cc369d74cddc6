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
  private static final String ANSWER =
      """
      SELECT max(a.ordinal) FROM (
        SELECT ordinal FROM media WHERE substr(digest, 1, 4) = substr(?1, 1, 4) AND digest = ?1
        UNION ALL SELECT ordinal FROM media_gone WHERE digest = ?1) m
      CROSS JOIN answer a ON a.media = m.ordinal AND a.fingerprint = ?2
      """;
  private static final String LEADER =
      "SELECT ordinal FROM task WHERE media = ? AND fingerprint = ? AND live = 1";

  static Known of(Sql sql, long media, byte[] digest, byte[] fingerprint) throws SQLException {
    OptionalLong leader =
        sql.first(LEADER, row -> row.maybeNumber(1), media, fingerprint)
            .orElse(OptionalLong.empty());
    return new Known(answer(sql, digest, fingerprint), leader);
  }

  /**
   * For a picture that was not stored before: nobody can be working for it, and only a removed one
   * can have been asked about.
   */
  static Known ofNew(Ledger ledger, byte[] digest, byte[] fingerprint) throws SQLException {
    return new Known(
        ledger.counters().mediaGone
            ? answer(ledger.sql(), digest, fingerprint)
            : OptionalLong.empty(),
        OptionalLong.empty());
  }

  private static OptionalLong answer(Sql sql, byte[] digest, byte[] fingerprint)
      throws SQLException {
    return sql.first(ANSWER, row -> row.maybeNumber(1), digest, fingerprint)
        .orElse(OptionalLong.empty());
  }
}
