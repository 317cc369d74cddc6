package dev.depict.application.service;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskEvent;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one reader at the end of the event log. It reads each event once for all listeners and keeps
 * the last ones in memory; whoever is further behind reads the log. Reads nothing while nobody
 * listens.
 */
public final class EventTail implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventTail.class.getName());
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
  private static final int KEPT = 4096;
  private static final int READ_AT_ONCE = 512;

  private final EventLog log;
  private final List<Consumer<List<TaskEvent>>> listeners = new CopyOnWriteArrayList<>();
  private final EventRing kept = new EventRing(KEPT);
  private final Semaphore signal = new Semaphore(0);
  private final Thread reader;
  private EventPosition read;
  private volatile boolean closed;

  public EventTail(EventLog log) {
    this.log = log;
    this.read = log.newest();
    this.reader = Thread.ofPlatform().name("depict-events").daemon().unstarted(this::run);
  }

  /** Begins to follow the log. */
  public void start() {
    log.onAppend(signal::release);
    reader.start();
  }

  /**
   * Has the listener called with all events committed from now on, in order, on the tail's thread,
   * which must not be held.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<List<TaskEvent>> listener) {
    synchronized (kept) {
      if (listeners.isEmpty()) {
        kept.clear();
        read = log.newest();
      }
      listeners.add(listener);
    }
    return () -> listeners.remove(listener);
  }

  /** Up to {@code limit} events after the position; empty at the end. May read the database. */
  List<TaskEvent> after(EventPosition position, int limit) {
    synchronized (kept) {
      if (position.database() == read.database() && kept.reachesBackTo(position.sequence())) {
        return kept.after(position.sequence(), limit);
      }
    }
    return log.read(position, limit);
  }

  /** The newest committed position. */
  EventPosition newest() {
    return log.newest();
  }

  private void run() {
    boolean healthy = true;
    while (!closed) {
      await(healthy);
      try {
        follow();
        healthy = true;
      } catch (RuntimeException | Error e) {
        healthy = false;
        LOG.log(Level.ERROR, "events cannot be read; trying again in a second", e);
      }
    }
  }

  /** Waits for news; after a fault only for a moment, because no news may come for long. */
  private void await(boolean healthy) {
    try {
      if (healthy) {
        signal.acquire();
      } else {
        var _ = signal.tryAcquire(AFTER_A_FAULT.toMillis(), TimeUnit.MILLISECONDS);
      }
      signal.drainPermits();
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void follow() {
    while (!closed && !listeners.isEmpty()) {
      EventPosition from;
      synchronized (kept) {
        from = read;
      }
      List<TaskEvent> news = log.read(from, READ_AT_ONCE);
      if (news.isEmpty()) {
        return;
      }
      synchronized (kept) {
        if (!from.equals(read)) {
          continue; // The first listener came meanwhile and moved the start.
        }
        news.forEach(kept::add);
        read = from.at(news.getLast().position());
      }
      listeners.forEach(listener -> tell(listener, news));
    }
  }

  /** One listener that breaks must not cost the others their news. */
  private static void tell(Consumer<List<TaskEvent>> listener, List<TaskEvent> news) {
    try {
      listener.accept(news);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "somebody who follows events broke", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    signal.release();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
