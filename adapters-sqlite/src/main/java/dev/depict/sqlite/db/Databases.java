package dev.depict.sqlite.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to one database file. Each belongs to the thread that asked for it. */
public final class Databases {
  /**
   * Pages of the writer's cache, in KiB: the random index pages of a few hundred thousand tasks.
   */
  private static final int WRITER_CACHE = 24 * 1024;

  private static final int READER_CACHE = 4 * 1024;

  /** So long a connection waits for another one. */
  public static final int BUSY_MILLIS = 5_000;

  private final Path file;
  private final String synchronous;
  private final long walCap;

  /**
   * @param synchronous {@code FULL}, or what else SQLite knows; anything less can lose what was
   *     acknowledged
   * @param walCap a write-ahead log of twice this length is cut when it begins anew, in bytes
   */
  public Databases(Path file, String synchronous, long walCap) {
    this.file = file;
    this.synchronous = synchronous;
    this.walCap = walCap;
  }

  public Path file() {
    return file;
  }

  /** The connection that writes. WAL lets readers go on beside it. */
  public Connection writing() throws SQLException {
    return open(
        SQLiteOpenMode.READWRITE,
        List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = " + synchronous,
            "PRAGMA wal_autocheckpoint = 0",
            "PRAGMA journal_size_limit = " + 2 * walCap,
            "PRAGMA cache_size = -" + WRITER_CACHE,
            "PRAGMA temp_store = MEMORY"));
  }

  /** A connection that cannot change anything. */
  public Connection reading() throws SQLException {
    return open(
        SQLiteOpenMode.READONLY,
        List.of("PRAGMA cache_size = -" + READER_CACHE, "PRAGMA temp_store = MEMORY"));
  }

  /** The connection that copies the log into the database. */
  public Connection checkpointing() throws SQLException {
    return open(
        SQLiteOpenMode.READWRITE,
        List.of("PRAGMA synchronous = " + synchronous, "PRAGMA wal_autocheckpoint = 0"));
  }

  /** The file itself; once it exists. */
  public DatabaseFile opened() throws SQLException {
    try {
      return DatabaseFile.open(file, !synchronous.equals("OFF"));
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private Connection open(SQLiteOpenMode mode, List<String> pragmas) throws SQLException {
    var config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.READWRITE);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.resetOpenMode(SQLiteOpenMode.FULLMUTEX);
    config.setOpenMode(mode);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    if (mode == SQLiteOpenMode.READWRITE) {
      config.setOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setBusyTimeout(BUSY_MILLIS);
    // Or the driver would ask for the last row's number after each insert.
    config.setGetGeneratedKeys(false);
    // As an address, because a plain path could hold a question mark.
    Connection connection =
        config.createConnection("jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath());
    try (Statement statement = connection.createStatement()) {
      for (String pragma : pragmas) {
        statement.execute(pragma);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
