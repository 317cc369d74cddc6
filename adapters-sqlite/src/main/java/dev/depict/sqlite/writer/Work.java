package dev.depict.sqlite.writer;

import java.sql.SQLException;

/**
 * What a command does inside the writer's transaction. It may be run a second time after a
 * rollback, so it keeps nothing from a first run.
 *
 * @param <M> the memory it works on
 * @param <R> what it returns to its caller
 */
@FunctionalInterface
public interface Work<M, R> {
  R run(M memory) throws SQLException;

  /** About how many bytes it writes. */
  default long bytes() {
    return 4096;
  }
}
