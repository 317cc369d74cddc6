package dev.depict.application.service;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The one reader at the end of the event log. It reads each event once for all listeners and keeps
 * the last ones in memory; whoever is further behind reads the log. Reads nothing while nobody
 * listens.
 */
public final class EventTail implements AutoCloseable {
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
    while (!closed) {
      signal.acquireUninterruptibly();
      signal.drainPermits();
      try {
        follow();
      } catch (RuntimeException e) {
        System.getLogger(EventTail.class.getName())
            .log(
                System.Logger.Level.ERROR,
                "events cannot be read; watchers wait for the next change",
                e);
      }
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
      listeners.forEach(listener -> listener.accept(news));
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
