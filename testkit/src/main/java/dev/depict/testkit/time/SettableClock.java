package dev.depict.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until a test moves it. Safe for concurrent use; one thread moves it.
 *
 * <p>Timers on this clock are run by the thread that moves it: the clock stops at each moment at
 * which something is due, so that what is run sees the time it was scheduled for.
 */
public final class SettableClock implements InstantSource {
  /** Where a clock begins when nothing else is said. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** Something that has to be run when its time comes. */
  interface Ticking {
    Optional<Instant> nextDue();

    void runDue();
  }

  private final List<Ticking> ticking = new CopyOnWriteArrayList<>();
  private volatile Instant now;

  public SettableClock() {
    this(START);
  }

  public SettableClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock on by the duration, and runs what is due on the way. */
  public void advance(Duration duration) {
    set(now.plus(duration));
  }

  /** Moves the clock to an instant, earlier or later, and runs what is due on the way. */
  public void set(Instant target) {
    for (Optional<Ticking> next = next(target); next.isPresent(); next = next(target)) {
      Ticking first = next.get();
      first.nextDue().filter(due -> due.isAfter(now)).ifPresent(due -> now = due);
      first.runDue();
    }
    now = target;
  }

  void add(Ticking timer) {
    ticking.add(timer);
  }

  private Optional<Ticking> next(Instant target) {
    Optional<Ticking> first = Optional.empty();
    Instant earliest = target;
    for (Ticking timer : ticking) {
      Instant due = timer.nextDue().orElse(Instant.MAX);
      if (due.isBefore(earliest) || (first.isEmpty() && due.equals(earliest))) {
        first = Optional.of(timer);
        earliest = due;
      }
    }
    return first;
  }
}
