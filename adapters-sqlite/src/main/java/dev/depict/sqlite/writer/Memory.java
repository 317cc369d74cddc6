package dev.depict.sqlite.writer;

import java.sql.SQLException;

/** What the writer knows of the database without asking it; kept true through commits. */
public interface Memory {
  /** A place to come back to. */
  @FunctionalInterface
  interface Mark {
    /** Makes everything as it was when the mark was taken. */
    void restore();
  }

  /** Called when a transaction has begun. */
  void begin() throws SQLException;

  /** Remembers everything as it stands now. */
  Mark mark();

  /** Writes what was put off until now. Called before a commit, at least once. */
  void flush() throws SQLException;

  /** Makes the new state visible to other threads. Called after a commit. */
  void publish();

  /** Tells listeners what the commit brought. Called before its callers are released. */
  void announce();
}
