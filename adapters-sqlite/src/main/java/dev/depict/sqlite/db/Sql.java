package dev.depict.sqlite.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection. Statements are prepared once and kept, so their texts are
 * constants; values are bound, never part of the text. For one thread.
 *
 * <p>Everything the writer does to the database goes through here, so a test can let any step fail.
 */
public interface Sql extends AutoCloseable {
  /** Runs a statement without parameters and without result, such as {@code COMMIT}. */
  void execute(String statement) throws SQLException;

  /** Runs a change and returns how many rows it changed. */
  int update(String statement, @Nullable Object... values) throws SQLException;

  /** The first row of a result. */
  <T> Optional<T> first(String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException;

  /** All rows of a result. */
  <T> List<T> all(String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException;

  @Override
  void close() throws SQLException;
}
