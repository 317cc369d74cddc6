package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of a database whose server is not running. Looking at it changes nothing in the folder.
 */
final class Snapshot implements AutoCloseable {
  private static final List<String> PARTS = List.of("", "-wal");

  private final Path data;
  private final Connection connection;

  private Snapshot(Path data, Connection connection) {
    this.data = data;
    this.connection = connection;
  }

  /**
   * Copies the database of a data folder.
   *
   * @param work a folder for the copy
   */
  static Snapshot of(Path data, Path work) throws IOException, SQLException {
    Files.createDirectories(work);
    for (String part : PARTS) {
      Path from = data.resolve("depict.db" + part);
      Path to = work.resolve("copy.db" + part);
      Files.deleteIfExists(to);
      if (Files.exists(from)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(work.resolve("copy.db-shm"));
    return new Snapshot(
        data, DriverManager.getConnection("jdbc:sqlite:" + work.resolve("copy.db")));
  }

  /** One row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> all(String query, RowReader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      var rows = new ArrayList<T>();
      while (result.next()) {
        rows.add(reader.read(result));
      }
      return rows;
    }
  }

  long number(String query) throws SQLException {
    return all(query, row -> row.getLong(1)).stream().findFirst().orElse(0L);
  }

  /** Changes the copy. */
  void change(String statement) throws SQLException {
    try (Statement executed = connection.createStatement()) {
      executed.executeUpdate(statement);
    }
  }

  /** The folder it is a copy of. */
  Path data() {
    return data;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
