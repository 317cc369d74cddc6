package dev.depict.sqlite.writer;

import dev.depict.sqlite.db.Faults;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.thread.Uninterruptibly;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has one thread at a time write. As a rule that is the writer's own: it takes whatever commands
 * wait, runs them in one transaction, and lets their callers go on once that is on the disk: while
 * one transaction is made durable, the next batch forms. A caller who has been alone for a while
 * runs its command on its own thread, unless that is a virtual one, whose carrier a native call
 * would hold: handing over and back would take as long as the command.
 *
 * @param <M> what the commands work on
 */
public final class Writer<M extends Memory> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Writer.class.getName());

  /** So many commands in a row without another beside them make a caller alone. */
  private static final int ALONE = 4;

  private final Path database;
  private final Sql sql;
  private final M memory;
  private final Batches<M> batches;
  private final LogGuard guard;
  private final Inbox<M> inbox = new Inbox<>();
  private final Callers callers = new Callers();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Held by who writes: guards the connection and the memory. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile int singles;
  private volatile boolean closing;
  private volatile boolean broken;
  private Runnable onFailure = () -> {};

  /**
   * @param database named in errors
   * @param sql the write connection; closed with the writer
   */
  public Writer(Path database, Sql sql, M memory, LogGuard guard) {
    this.database = database;
    this.sql = sql;
    this.memory = memory;
    this.batches = new Batches<>(sql, memory);
    this.guard = guard;
    Thread.ofPlatform().name("depict-writer").daemon().start(this::work);
  }

  /**
   * Runs a command and returns when it is durable. Does not react to interrupts until then.
   *
   * @throws StorageException when it was not stored
   */
  public <R> R submit(Work<M, R> work) {
    if (closing) {
      throw closed();
    }
    var ticket = new Awaited<M, R>(work);
    if (!ranAlone(ticket)) {
      put(ticket);
    }
    ticket.await();
    return outcome(ticket);
  }

  /**
   * Has a command run and returns at once, as a rule. What depends on the stage must not wait for
   * anything: it keeps what was promised to others from being kept. The stage fails with a {@link
   * StorageException} when nothing was stored.
   */
  public <R> CompletionStage<R> begin(Work<M, R> work) {
    try {
      var alone = new Awaited<M, R>(work);
      if (ranAlone(alone)) {
        return CompletableFuture.completedStage(outcome(alone));
      }
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
    var ticket = new Promised<M, R>(work, this::translated);
    put(ticket);
    return ticket.stage();
  }

  private void put(Ticket<M, ?> ticket) {
    inbox.put(ticket);
    if (ended.getCount() == 0) {
      refuseTheRest();
    }
  }

  private <R> R outcome(Ticket<M, R> ticket) {
    Optional<Exception> failure = ticket.failure();
    if (failure.isPresent()) {
      throw translated(failure.get());
    }
    return ticket.result();
  }

  /** Whether it takes commands: it is neither closed nor broken. */
  public boolean healthy() {
    return !closing && !broken;
  }

  /**
   * Has the listener called when the writer breaks; at once if it is broken already. Replaces the
   * one before.
   */
  public synchronized void onFailure(Runnable listener) {
    onFailure = listener;
    tellIfBroken();
  }

  private synchronized void tellIfBroken() {
    if (broken) {
      Runnable listener = onFailure;
      onFailure = () -> {};
      listener.run();
    }
  }

  private RuntimeException translated(Exception failure) {
    return switch (failure) {
      case SQLException fault -> Faults.wrap(database, fault);
      case RuntimeException defect -> defect;
      default -> new StorageException(database + ": " + failure.getMessage(), failure);
    };
  }

  /** Whether the command was run on this thread. */
  private boolean ranAlone(Ticket<M, ?> ticket) {
    boolean alone = singles >= ALONE && inbox.hasNoNews();
    if (!alone || Thread.currentThread().isVirtual() || !turn.tryLock()) {
      return false;
    }
    try {
      if (closing) {
        return false;
      }
      runOrBreak(List.of(ticket));
      return true;
    } finally {
      turn.unlock();
    }
  }

  private void work() {
    try {
      do {
        inbox.await(() -> closing);
      } while (tookTurn());
    } finally {
      closing = true;
      ended.countDown();
      refuseTheRest();
      tellIfBroken();
    }
  }

  /** Runs what waits; returns whether to go on. */
  private boolean tookTurn() {
    turn.lock();
    try {
      List<Ticket<M, ?>> batch = broken ? List.of() : inbox.next();
      if (batch.isEmpty()) {
        return !closing;
      }
      runOrBreak(batch);
      return true;
    } finally {
      turn.unlock();
    }
  }

  private void runOrBreak(List<Ticket<M, ?>> batch) {
    try {
      run(batch);
    } catch (RuntimeException | Error defect) {
      broken = true;
      closing = true;
      LOG.log(Level.ERROR, "the writer is broken; nothing is stored any more", defect);
      inbox.wake();
    }
  }

  private void run(List<Ticket<M, ?>> batch) {
    boolean committed = false;
    singles = batch.size() == 1 ? Math.min(singles + 1, ALONE) : 0;
    try {
      committed = batches.run(batch);
      if (committed) {
        memory.publish();
        announce();
      }
    } catch (RuntimeException | Error broken) {
      batch.forEach(ticket -> ticket.fail(new StorageException("the writer is broken", broken)));
      throw broken;
    } finally {
      callers.release(batch);
    }
    if (committed) {
      guard.written(sql, batch.stream().mapToLong(Ticket::bytes).sum());
    }
  }

  private void announce() {
    try {
      memory.announce();
    } catch (RuntimeException defect) {
      LOG.log(Level.ERROR, "a listener of the queue failed", defect);
    }
  }

  /** Commands may have come in while the door was closing. */
  private void refuseTheRest() {
    for (var rest = theRest(); !rest.isEmpty(); rest = theRest()) {
      rest.forEach(ticket -> ticket.fail(closed()));
      callers.release(rest);
    }
  }

  private synchronized List<Ticket<M, ?>> theRest() {
    return inbox.next();
  }

  private StorageException closed() {
    if (broken) {
      return new StorageException(
          database + " is not written any more after a fault in this process; start it again");
    }
    return new StorageException(database + " is closed; this process is shutting down");
  }

  /** Takes no more commands, finishes those that wait, and closes the connection. */
  @Override
  public void close() {
    closing = true;
    inbox.wake();
    Uninterruptibly.await(ended::await);
    callers.close();
    turn.lock(); // A caller may still be at it.
    try {
      sql.close();
    } catch (SQLException e) {
      throw Faults.wrap(database, e);
    } finally {
      turn.unlock();
    }
  }
}
