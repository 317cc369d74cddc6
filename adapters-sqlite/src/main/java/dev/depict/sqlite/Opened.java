package dev.depict.sqlite;

import dev.depict.application.port.out.IdSource;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.Meta;
import dev.depict.sqlite.change.PruneEvents;
import dev.depict.sqlite.db.Databases;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Faults;
import dev.depict.sqlite.db.JdbcSql;
import dev.depict.sqlite.db.Migrations;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.read.Reader;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Checkpointer;
import dev.depict.sqlite.writer.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * A database that is ready for use.
 *
 * @param database tells databases apart
 */
record Opened(
    long database,
    Writer<Ledger> writer,
    Ledger ledger,
    ReaderPool readers,
    Checkpointer checkpointer) {

  static Opened open(
      Path file, SqliteSettings settings, InstantSource clock, String node, IdSource ids) {
    return open(file, settings, clock, node, ids, UnaryOperator.identity());
  }

  /**
   * @param writing stands between the writer and the database; a test can let any step fail
   */
  static Opened open(
      Path file,
      SqliteSettings settings,
      InstantSource clock,
      String node,
      IdSource ids,
      UnaryOperator<Sql> writing) {
    var databases = new Databases(file, settings.synchronous(), settings.walCap());
    try {
      Connection connection = databases.writing();
      try {
        new Migrations(file, connection).apply();
        return start(databases, connection, settings, clock, node, ids, writing);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Faults.wrap(file, e);
    }
  }

  private static Opened start(
      Databases databases,
      Connection connection,
      SqliteSettings settings,
      InstantSource clock,
      String node,
      IdSource ids,
      UnaryOperator<Sql> writing)
      throws SQLException {
    Sql sql = writing.apply(new JdbcSql(connection));
    Dictionaries dictionaries = Dictionaries.load(sql);
    sql.execute("BEGIN IMMEDIATE");
    long database = databaseId(sql, ids);
    long epoch = Meta.get(sql, Meta.EPOCH).orElse(0L) + 1;
    Meta.put(sql, Meta.EPOCH, epoch);
    long nodeName = dictionaries.name(sql, node);
    sql.execute("COMMIT");
    var reader = new Reader(connection, sql, dictionaries);
    var ledger = new Ledger(sql, reader, dictionaries, clock, epoch, nodeName);
    var readers = new ReaderPool(databases, dictionaries, settings.readers());
    var checkpointer =
        new Checkpointer(
            new JdbcSql(databases.checkpointing()), databases.opened(), settings.walCap());
    var writer = new Writer<>(databases.file(), sql, ledger, checkpointer);
    keepHouse(checkpointer, writer, settings);
    return new Opened(database, writer, ledger, readers, checkpointer);
  }

  private static long databaseId(Sql sql, IdSource ids) throws SQLException {
    var known = Meta.get(sql, Meta.DATABASE);
    if (known.isPresent()) {
      return known.get();
    }
    long id = ids.next().getLeastSignificantBits() & Long.MAX_VALUE;
    Meta.put(sql, Meta.DATABASE, id);
    return id;
  }

  /** Prunes in the background, now and whenever some megabytes have been written. */
  private static void keepHouse(
      Checkpointer checkpointer, Writer<Ledger> writer, SqliteSettings settings) {
    var prune = new PruneEvents(settings.eventRetention());
    checkpointer.afterEach(() -> writer.submit(prune) == PruneEvents.MOST);
  }

  /** Finishes what is under way and copies the log into the database. */
  void close() {
    checkpointer.stop();
    writer.close();
    readers.close();
    checkpointer.close();
  }
}
