package dev.depict.application.service;

import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.Timer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Removes what nobody needs any more: shortly after the start, and every hour. */
public final class Housekeeping implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration THEN = Duration.ofHours(1);

  private final Cleaner cleaner;
  private final Cleaner.Retention retention;
  private final Timer timer;
  private final Executor executor;
  private Timer.Alarm alarm = () -> {};
  private boolean closed;

  /**
   * @param executor runs the cleaning, which waits for the disk
   */
  public Housekeeping(
      Cleaner cleaner, Cleaner.Retention retention, Timer timer, Executor executor) {
    this.cleaner = cleaner;
    this.retention = retention;
    this.timer = timer;
    this.executor = executor;
  }

  public void start() {
    schedule(FIRST);
  }

  private synchronized void schedule(Duration delay) {
    if (!closed) {
      alarm = timer.after(delay, () -> executor.execute(this::clean));
    }
  }

  private void clean() {
    try {
      boolean more = true;
      while (more && !isClosed()) {
        more = cleaner.clean(retention).more();
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "what is not needed any more could not be removed; trying again in an hour: {0}",
          String.valueOf(e.getMessage()));
    } finally {
      schedule(THEN);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    alarm.cancel();
  }
}
