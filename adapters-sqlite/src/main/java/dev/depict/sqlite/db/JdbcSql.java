package dev.depict.sqlite.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements by JDBC, kept for the life of the connection. */
public final class JdbcSql implements Sql {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  public JdbcSql(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void execute(String statement) throws SQLException {
    try {
      prepared(statement).execute();
    } catch (SQLException e) {
      throw discarding(statement, e);
    }
  }

  @Override
  public int update(String statement, @Nullable Object... values) throws SQLException {
    try {
      return bind(statement, values).executeUpdate();
    } catch (SQLException e) {
      throw discarding(statement, e);
    }
  }

  @Override
  public <T> Optional<T> first(String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet result = bind(statement, values).executeQuery()) {
      return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
    } catch (SQLException e) {
      throw discarding(statement, e);
    }
  }

  @Override
  public <T> List<T> all(String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet result = bind(statement, values).executeQuery()) {
      var row = new Row(result);
      var all = new ArrayList<T>();
      while (result.next()) {
        all.add(reader.read(row));
      }
      return all;
    } catch (SQLException e) {
      throw discarding(statement, e);
    }
  }

  /** The driver does not run a statement again that has failed once. */
  private SQLException discarding(String statement, SQLException fault) {
    PreparedStatement failed = prepared.remove(statement);
    if (failed != null) {
      try {
        failed.close();
      } catch (SQLException alsoFailed) {
        fault.addSuppressed(alsoFailed);
      }
    }
    return fault;
  }

  private PreparedStatement bind(String statement, @Nullable Object... values) throws SQLException {
    PreparedStatement bound = prepared(statement);
    for (int i = 0; i < values.length; i++) {
      bound.setObject(i + 1, values[i]);
    }
    return bound;
  }

  private PreparedStatement prepared(String statement) throws SQLException {
    PreparedStatement known = prepared.get(statement);
    if (known == null) {
      known = connection.prepareStatement(statement);
      prepared.put(statement, known);
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
