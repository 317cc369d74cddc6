package dev.depict.sqlite.writer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The commands that wait. Many threads put in, the writer alone takes out, in their order. */
final class Inbox<M> {
  /** Long enough to meet the next command of a lone caller, short enough to cost nothing. */
  private static final int SPINS = 2_000;

  private static final int MAX_COMMANDS = 512;
  private static final long MAX_BYTES = 8 << 20;

  private final AtomicReference<@Nullable Ticket<M, ?>> newest = new AtomicReference<>();
  private final ArrayList<Ticket<M, ?>> arrived = new ArrayList<>();
  private final ArrayDeque<Ticket<M, ?>> taken = new ArrayDeque<>();
  private volatile @Nullable Thread sleeper;

  void put(Ticket<M, ?> ticket) {
    Ticket<M, ?> before;
    do {
      before = newest.get();
      ticket.previous = before;
    } while (!newest.compareAndSet(before, ticket));
    wake();
  }

  /** Has {@link #next} look again whether to go on. */
  void wake() {
    Thread asleep = sleeper;
    if (asleep != null) {
      LockSupport.unpark(asleep);
    }
  }

  /** Waits for commands, or until there is another reason to go on. */
  void await(BooleanSupplier otherReason) {
    for (int i = 0; i < SPINS; i++) {
      if (!isEmpty()) {
        return;
      }
      Thread.onSpinWait();
    }
    sleeper = Thread.currentThread();
    while (isEmpty() && !otherReason.getAsBoolean()) {
      LockSupport.park(this);
    }
    sleeper = null;
  }

  /** Whether nothing was put in since the last batch; for any thread. */
  boolean hasNoNews() {
    return newest.get() == null;
  }

  /** For the thread that takes out. */
  boolean isEmpty() {
    return taken.isEmpty() && newest.get() == null;
  }

  /** The commands for one transaction: all that wait, within bounds; empty when none does. */
  List<Ticket<M, ?>> next() {
    for (Ticket<M, ?> ticket = newest.getAndSet(null); ticket != null; ) {
      Ticket<M, ?> previous = ticket.previous;
      ticket.previous = null;
      arrived.add(ticket);
      ticket = previous;
    }
    while (!arrived.isEmpty()) {
      taken.add(arrived.removeLast());
    }
    var batch = new ArrayList<Ticket<M, ?>>(Math.min(taken.size(), MAX_COMMANDS));
    long bytes = 0;
    while (!taken.isEmpty() && batch.size() < MAX_COMMANDS && bytes < MAX_BYTES) {
      Ticket<M, ?> ticket = taken.removeFirst();
      bytes += ticket.bytes();
      batch.add(ticket);
    }
    return batch;
  }
}
