package dev.depict.sqlite.read;

import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/**
 * Something to be read, and its result.
 *
 * @param snapshot whether all of it has to see the database at one moment
 */
record ReadJob<T>(Work<T> work, boolean snapshot, CompletableFuture<T> result) {
  /** What is read, by mappers or by statements over the same connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Reader reader, Sql sql) throws SQLException;
  }

  void run(Reader reader, Sql sql) {
    try {
      result.complete(snapshot ? inTransaction(reader, sql) : work.run(reader, sql));
    } catch (SQLException | RuntimeException | Error failure) {
      reader.renew();
      result.completeExceptionally(failure);
    }
  }

  private T inTransaction(Reader reader, Sql sql) throws SQLException {
    sql.execute("BEGIN");
    try {
      return work.run(reader, sql);
    } finally {
      sql.execute("COMMIT");
    }
  }
}
