package dev.depict.sqlite.read;

import dev.depict.sqlite.db.Databases;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.JdbcSql;
import dev.depict.sqlite.db.Sql;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** The connections for reading. Each is used by one thread at a time, whichever that is. */
final class Connections implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Connections.class.getName());

  /** A connection and what reads over it. */
  private record Open(Sql sql, Reader reader) {}

  private final int size;
  private final Semaphore free;
  private final Queue<Open> idle = new ConcurrentLinkedQueue<>();

  private Connections(int size) {
    this.size = size;
    this.free = new Semaphore(size);
  }

  static Connections open(Databases databases, Dictionaries dictionaries, int size)
      throws SQLException {
    var opened = new Connections(size);
    for (int i = 0; i < size; i++) {
      Connection connection = databases.reading();
      var sql = new JdbcSql(connection);
      opened.idle.add(new Open(sql, new Reader(connection, sql, dictionaries)));
    }
    return opened;
  }

  /** Runs the job on this thread as soon as a connection is free. After the end, does nothing. */
  void run(ReadJob<?> job) {
    free.acquireUninterruptibly();
    Open one = idle.poll();
    try {
      if (one != null) {
        job.run(one.reader(), one.sql());
      }
    } finally {
      if (one != null) {
        idle.add(one);
      }
      free.release();
    }
  }

  /** Waits for what is being read, and closes the connections. */
  @Override
  public void close() {
    free.acquireUninterruptibly(size);
    for (Open one = idle.poll(); one != null; one = idle.poll()) {
      try {
        one.sql().close();
      } catch (SQLException e) {
        LOG.log(Level.WARNING, "a connection for reading was not closed: {0}", e.getMessage());
      }
    }
    free.release(size);
  }
}
