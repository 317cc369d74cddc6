package dev.depict.sqlite.writer;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One command on its way through the writer, and the thread that waits for it. */
final class Ticket<M, R> {
  private static final int SPINS = 0;

  private final Work<M, R> work;
  private final Thread caller = Thread.currentThread();
  private @Nullable R result;
  private @Nullable Exception failure;
  private volatile boolean done;

  /** The ticket that was handed in before; only while both wait to be taken. */
  @Nullable Ticket<M, ?> previous;

  Ticket(Work<M, R> work) {
    this.work = work;
  }

  long bytes() {
    return work.bytes();
  }

  /** Runs the command; what it returns counts once the ticket is released. */
  void run(M memory) throws SQLException {
    failure = null;
    result = work.run(memory);
  }

  void fail(Exception cause) {
    failure = cause;
  }

  /** Lets the caller go on. */
  void release() {
    done = true;
    LockSupport.unpark(caller);
  }

  /** Waits for the release, whatever interrupts, and returns why the command failed, if it did. */
  Optional<Exception> await() {
    boolean interrupted = false;
    for (int i = 0; i < SPINS && !done; i++) {
      Thread.onSpinWait();
    }
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(failure);
  }

  /** What the command returned. Only after {@link #await} has reported no failure. */
  R result() {
    if (result == null) {
      throw new IllegalStateException("a command returned nothing");
    }
    return result;
  }
}
