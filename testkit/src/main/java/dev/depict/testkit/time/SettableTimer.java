package dev.depict.testkit.time;

import dev.depict.application.port.out.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * A timer on a {@link SettableClock}, by its ticker. What is due is run by the thread that moves
 * the clock, the earliest first, and in the order of scheduling where the moment is the same. A
 * delay of zero is due with the next move, also one of zero length.
 */
public final class SettableTimer implements Timer {
  /**
   * @param due by the ticker
   */
  private record Entry(long due, long number, Runnable action) {}

  private final SettableClock clock;
  private final TreeSet<Entry> entries =
      new TreeSet<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));
  private long scheduled;

  public SettableTimer(SettableClock clock) {
    this.clock = clock;
    clock.add(
        new SettableClock.Ticking() {
          @Override
          public OptionalLong nextDue() {
            return nextTick();
          }

          @Override
          public void runDue() {
            takeDue().forEach(Runnable::run);
          }
        });
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable action) {
    Entry entry = new Entry(clock.ticker().nanos() + delay.toNanos(), scheduled++, action);
    entries.add(entry);
    return () -> remove(entry);
  }

  /** When the next action is due; empty when none is scheduled. */
  public Optional<Instant> nextDue() {
    return nextTick().stream()
        .mapToObj(due -> clock.instant().plusNanos(due - clock.ticker().nanos()))
        .findFirst();
  }

  private synchronized OptionalLong nextTick() {
    return entries.isEmpty() ? OptionalLong.empty() : OptionalLong.of(entries.first().due());
  }

  /** How many actions are scheduled. */
  public synchronized int scheduled() {
    return entries.size();
  }

  private synchronized void remove(Entry entry) {
    entries.remove(entry);
  }

  /** One action at a time, so that it can still cancel the next one. */
  private synchronized List<Runnable> takeDue() {
    List<Runnable> due = new ArrayList<>(1);
    if (!entries.isEmpty() && entries.first().due() <= clock.ticker().nanos()) {
      due.add(entries.removeFirst().action());
    }
    return due;
  }
}
