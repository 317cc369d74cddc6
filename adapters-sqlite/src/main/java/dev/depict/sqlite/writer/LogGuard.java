package dev.depict.sqlite.writer;

import dev.depict.sqlite.db.Sql;

/** Keeps the write-ahead log short. Called by the writer, between transactions. */
@FunctionalInterface
public interface LogGuard {
  /** Takes note of a commit. */
  void written(Sql sql, long bytes);
}
