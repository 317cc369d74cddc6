package dev.depict.sqlite;

import dev.depict.sqlite.db.RowReader;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the statement at one position fail, as a broken machine would. */
final class FaultySql implements Sql {
  private static final int NEVER = -1;

  private final Sql sql;
  private int position = NEVER;
  private int code;
  private boolean transactionLost;
  private boolean missed;
  private volatile Runnable afterCommit = () -> {};

  FaultySql(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param statements that still succeed
   * @param lost whether SQLite gives the transaction up by itself
   */
  void failAfter(int statements, int withCode, boolean lost) {
    position = statements;
    code = withCode;
    transactionLost = lost;
    missed = false;
  }

  /** Has something done once a transaction is committed, before anybody is told. */
  void afterCommit(Runnable action) {
    afterCommit = action;
  }

  /** Whether the fault has not come up; takes it back. */
  boolean disarm() {
    boolean untouched = missed || position != NEVER;
    position = NEVER;
    return untouched;
  }

  private void step() throws SQLException {
    if (position == 0) {
      position = NEVER;
      if (transactionLost) {
        sql.execute("ROLLBACK");
      }
      throw new SQLException("injected", "", code);
    }
    if (position > 0) {
      position--;
    }
  }

  @Override
  public void execute(String statement) throws SQLException {
    step();
    sql.execute(statement);
    if (statement.equals("COMMIT") && position != NEVER) {
      position = NEVER; // The fault is not for the next transaction, which may be anybody's.
      missed = true;
    }
    if (statement.equals("COMMIT")) {
      afterCommit.run();
    }
  }

  @Override
  public int update(String statement, @Nullable Object... values) throws SQLException {
    step();
    return sql.update(statement, values);
  }

  @Override
  public <T> Optional<T> first(String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    step();
    return sql.first(statement, reader, values);
  }

  @Override
  public <T> List<T> all(String statement, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    step();
    return sql.all(statement, reader, values);
  }

  @Override
  public void close() throws SQLException {
    sql.close();
  }
}
