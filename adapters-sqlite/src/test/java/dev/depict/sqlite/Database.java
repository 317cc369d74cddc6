package dev.depict.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of a data folder, as somebody sees it who comes from outside. */
record Database(Path folder) {
  /** Opens it; what no statement of the product would do is allowed. */
  Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("depict.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA ignore_check_constraints = ON");
    }
    return connection;
  }

  /** Changes it and returns how many rows the last statement changed. */
  int change(String statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(statements);
    }
  }

  /** A single number. */
  long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.getLong(1);
    }
  }
}
