package dev.depict.sqlite.writer;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A ticket whose thread waits. */
final class Awaited<M, R> extends Ticket<M, R> {
  private final Thread caller = Thread.currentThread();
  private volatile boolean done;

  // Whom to wake next. Written before done, read after it.
  private @Nullable Awaited<M, ?> left;
  private @Nullable Awaited<M, ?> right;

  Awaited(Work<M, R> work) {
    super(work);
  }

  /**
   * Lets the callers of a batch go on. The writer wakes the first one only, and each wakes the next
   * two: waking a thread costs as much as a small command.
   */
  static <M> void release(List<Awaited<M, ?>> batch) {
    // Backwards, so that whoever wakes two others wakes tickets that are done.
    for (int i = batch.size() - 1; i >= 0; i--) {
      Awaited<M, ?> ticket = batch.get(i);
      ticket.left = 2 * i + 1 < batch.size() ? batch.get(2 * i + 1) : null;
      ticket.right = 2 * i + 2 < batch.size() ? batch.get(2 * i + 2) : null;
      ticket.done = true;
    }
    if (!batch.isEmpty()) {
      wake(batch.getFirst());
    }
  }

  private static void wake(@Nullable Awaited<?, ?> ticket) {
    if (ticket != null) {
      LockSupport.unpark(ticket.caller);
    }
  }

  /** Waits for the release, whatever interrupts. */
  void await() {
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
  }
}
