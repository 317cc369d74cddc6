package dev.depict.sqlite.read;

import java.sql.SQLException;

/** Reads whole things. */
@FunctionalInterface
public interface Reading<T> {
  T run(Reader reader) throws SQLException;
}
