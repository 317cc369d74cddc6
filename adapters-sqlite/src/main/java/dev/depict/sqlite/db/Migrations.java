package dev.depict.sqlite.db;

import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a database to the form this program knows: numbered files, forward only, one transaction
 * each. The number of the last one stands in the database.
 */
public final class Migrations {
  private static final List<String> FILES =
      List.of(
          "001-first.sql",
          "002-expense.sql",
          "003-housekeeping.sql",
          "004-lessons.sql",
          "005-questions.sql",
          "006-digests.sql");

  /** Up to this size the whole file is checked at a start; it takes some milliseconds. */
  private static final long CHECKED_BYTES = 16 << 20;

  private final Path file;
  private final Connection connection;

  public Migrations(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Applies what is missing.
   *
   * @throws StorageException when a newer program has written the database, or it is damaged
   */
  public void apply() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = (int) number(statement, "PRAGMA user_version");
      if (version > FILES.size()) {
        throw new StorageException(
            "%s was written by a newer Depict (format %d, this one knows %d): start that version, or another data folder"
                .formatted(file, version, FILES.size()));
      }
      check(statement);
      for (int next = version; next < FILES.size(); next++) {
        apply(statement, next);
      }
    }
  }

  private static void apply(Statement statement, int index) throws SQLException {
    statement.executeUpdate("BEGIN IMMEDIATE");
    try {
      statement.executeUpdate(text(FILES.get(index)));
      statement.executeUpdate("PRAGMA user_version = " + (index + 1));
      statement.executeUpdate("COMMIT");
    } catch (SQLException e) {
      statement.executeUpdate("ROLLBACK");
      throw e;
    }
  }

  private void check(Statement statement) throws SQLException {
    long size = number(statement, "PRAGMA page_count") * number(statement, "PRAGMA page_size");
    if (size == 0 || size > CHECKED_BYTES) {
      return;
    }
    try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      String verdict = result.next() ? result.getString(1) : "no answer";
      if (!verdict.equals("ok")) {
        throw new StorageException(
            "%s is damaged (%s); put back a copy, or move it away to start with an empty one"
                .formatted(file, verdict.strip()));
      }
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private static String text(String name) {
    try (InputStream resource = Migrations.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program's file " + name + " cannot be read", e);
    }
  }
}
