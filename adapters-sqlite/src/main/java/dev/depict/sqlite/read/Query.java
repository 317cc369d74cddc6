package dev.depict.sqlite.read;

import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;

/** Reads by statements of its own, each of which sees the database at one moment. */
@FunctionalInterface
public interface Query<T> {
  T run(Sql sql) throws SQLException;
}
