package dev.depict.sqlite.change;

import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** Single values of a database. */
public final class Meta {
  /** Tells databases apart. */
  public static final String DATABASE = "database";

  /** How many times the database was opened. */
  public static final String EPOCH = "epoch";

  static final String PAUSED_SINCE = "paused_since";

  private Meta() {}

  public static Optional<Long> get(Sql sql, String name) throws SQLException {
    return sql.first("SELECT value FROM meta WHERE name = ?", row -> row.number(1), name);
  }

  public static void put(Sql sql, String name, long value) throws SQLException {
    sql.update(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value ="
            + " excluded.value",
        name,
        value);
  }

  static void remove(Sql sql, String name) throws SQLException {
    sql.update("DELETE FROM meta WHERE name = ?", name);
  }
}
