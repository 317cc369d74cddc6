package dev.depict.sqlite.read;

import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Something to be read, and its result.
 *
 * @param snapshot whether all of it has to see the database at one moment
 */
record ReadJob<T>(Function<Reader, T> work, boolean snapshot, CompletableFuture<T> result) {
  void run(Reader reader, Sql sql) {
    try {
      result.complete(snapshot ? inTransaction(reader, sql) : work.apply(reader));
    } catch (SQLException | RuntimeException | Error failure) {
      reader.renew();
      result.completeExceptionally(failure);
    }
  }

  private T inTransaction(Reader reader, Sql sql) throws SQLException {
    sql.execute("BEGIN");
    try {
      return work.apply(reader);
    } finally {
      sql.execute("COMMIT");
    }
  }
}
