package dev.depict.sqlite.writer;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One command on its way through the writer, and the thread that waits for it. */
final class Ticket<M, R> {
  private final Work<M, R> work;
  private final Thread caller = Thread.currentThread();
  private @Nullable R result;
  private @Nullable Exception failure;
  private volatile boolean done;

  // Whom to wake next. Written before done, read after it.
  private @Nullable Ticket<M, ?> left;
  private @Nullable Ticket<M, ?> right;

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

  /**
   * Lets the callers of a batch go on. The writer wakes the first one only, and each wakes the next
   * two: waking a thread costs as much as a small command.
   */
  static <M> void release(List<Ticket<M, ?>> batch) {
    // Backwards, so that whoever wakes two others wakes tickets that are done.
    for (int i = batch.size() - 1; i >= 0; i--) {
      Ticket<M, ?> ticket = batch.get(i);
      ticket.left = 2 * i + 1 < batch.size() ? batch.get(2 * i + 1) : null;
      ticket.right = 2 * i + 2 < batch.size() ? batch.get(2 * i + 2) : null;
      ticket.done = true;
    }
    wake(batch.getFirst());
  }

  private static void wake(@Nullable Ticket<?, ?> ticket) {
    if (ticket != null) {
      LockSupport.unpark(ticket.caller);
    }
  }

  /** Waits for the release, whatever interrupts, and returns why the command failed, if it did. */
  Optional<Exception> await() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    wake(left);
    wake(right);
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
