package dev.depict.sqlite.writer;

import dev.depict.sqlite.db.DatabaseFile;
import dev.depict.sqlite.db.Databases;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.thread.Uninterruptibly;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Copies the write-ahead log into the database, on a thread of its own, whenever some megabytes
 * have been written. So little is left to copy when the log has grown to its cap that the writer
 * does that itself and begins the log anew: the file is overwritten then instead of growing, which
 * also makes each sync cheaper. SQLite syncs the database only when the log is copied to its end,
 * which the writer would wait for, so that is done here before.
 */
public final class Checkpointer implements LogGuard, AutoCloseable {
  private static final Logger LOG = System.getLogger(Checkpointer.class.getName());
  private static final long PAGE = 4096;
  private static final int PATIENCE_MILLIS = 100;
  private static final String PASSIVE = "PRAGMA wal_checkpoint(PASSIVE)";

  /** Of log, that even the smallest commit takes: it touches ten pages or so. */
  private static final long COMMIT_BYTES = 10 * PAGE;

  /** Of log, between two copies in the background. */
  private static final long STEP_BYTES = 16 << 20;

  private record Progress(boolean busy, long logged, long copied) {
    static Progress read(Row row) throws SQLException {
      return new Progress(row.number(1) != 0, row.number(2), row.number(3));
    }
  }

  private final Sql sql;
  private final DatabaseFile file;
  private final long capPages;
  private final Semaphore due = new Semaphore(0);
  private final AtomicBoolean signalled = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closing;
  private volatile BooleanSupplier housekeeping = () -> false;
  private volatile long loggedPages;
  private long bytesSinceSignal;

  /**
   * @param sql a connection for this thread alone; closed with it
   * @param file the database's; closed last of all
   * @param capBytes length of the log from which the writer copies itself
   */
  public Checkpointer(Sql sql, DatabaseFile file, long capBytes) {
    this.sql = sql;
    this.file = file;
    this.capPages = capBytes / PAGE;
    Thread.ofPlatform().name("depict-checkpoint").daemon().start(this::work);
  }

  /**
   * Has something done in the background, now and after each copy: again and again while it returns
   * that there is more to do.
   */
  public void afterEach(BooleanSupplier action) {
    housekeeping = action;
    due.release();
  }

  @Override
  public void written(Sql writing, long bytes) {
    bytesSinceSignal += COMMIT_BYTES + bytes;
    if (bytesSinceSignal >= STEP_BYTES && signalled.compareAndSet(false, true)) {
      bytesSinceSignal = 0;
      due.release();
    }
    if (loggedPages >= capPages) {
      loggedPages = 0;
      beginAnew(writing);
    }
  }

  private void beginAnew(Sql writing) {
    try {
      // A reader of an old state keeps the log from beginning anew; the writer does not wait long.
      writing.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      Progress progress = checkpoint(writing, "PRAGMA wal_checkpoint(RESTART)");
      if (progress.busy()) {
        LOG.log(
            Level.DEBUG, "a long read keeps the log at {0} MiB", (progress.logged() * PAGE) >> 20);
      }
      writing.execute("PRAGMA busy_timeout = " + Databases.BUSY_MILLIS);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the write-ahead log could not be copied: {0}", e.getMessage());
    }
  }

  private void work() {
    try {
      while (!closing) {
        due.acquireUninterruptibly();
        signalled.set(false);
        if (!closing) {
          copy();
          tidy();
        }
      }
    } finally {
      ended.countDown();
    }
  }

  private void copy() {
    try {
      checkpoint(sql, PASSIVE);
      file.sync();
      loggedPages = checkpoint(sql, PASSIVE).logged();
    } catch (SQLException | IOException e) {
      LOG.log(Level.WARNING, "the write-ahead log could not be copied: {0}", e.getMessage());
    }
  }

  private void tidy() {
    try {
      while (!closing && housekeeping.getAsBoolean()) {
        Thread.onSpinWait();
      }
    } catch (StorageException e) {
      LOG.log(Level.WARNING, "old events could not be removed: {0}", e.getMessage());
    }
  }

  private static Progress checkpoint(Sql on, String statement) throws SQLException {
    return on.first(statement, Progress::read).orElse(new Progress(true, 0, 0));
  }

  /** Ends the thread. The writer may go on. */
  public void stop() {
    closing = true;
    due.release();
    Uninterruptibly.await(ended::await);
  }

  /** Copies the whole log. To be called when nothing else is open any more. */
  @Override
  public void close() {
    try (file;
        sql) {
      checkpoint(sql, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException | IOException e) {
      LOG.log(Level.WARNING, "the write-ahead log stays for the next start: {0}", e.getMessage());
    }
  }
}
