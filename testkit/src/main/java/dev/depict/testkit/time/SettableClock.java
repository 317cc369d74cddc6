package dev.depict.testkit.time;

import dev.depict.application.port.out.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until a test moves it, and the ticker that belongs to it. Safe for
 * concurrent use; one thread moves it.
 *
 * <p>The wall clock can jump, the ticker only goes forward. Timers on this clock follow the ticker.
 * They are run by the thread that moves it: the clock stops at each moment at which something is
 * due, so that what is run sees the time it was scheduled for.
 */
public final class SettableClock implements InstantSource {
  /** Where a clock begins when nothing else is said. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** Something that has to be run when its time comes, by the ticker. */
  interface Ticking {
    OptionalLong nextDue();

    void runDue();
  }

  /**
   * @param ticks nanoseconds since the clock was made
   */
  private record Moment(Instant wall, long ticks) {
    Moment after(long nanos) {
      return new Moment(wall.plusNanos(nanos), ticks + nanos);
    }
  }

  private final List<Ticking> ticking = new CopyOnWriteArrayList<>();
  private volatile Moment now;

  public SettableClock() {
    this(START);
  }

  public SettableClock(Instant start) {
    this.now = new Moment(start, 0);
  }

  @Override
  public Instant instant() {
    return now.wall();
  }

  /** Goes forward as the clock is moved on, whatever the wall clock does. */
  public Ticker ticker() {
    return () -> now.ticks();
  }

  /** Lets time pass, and runs what is due on the way. */
  public void advance(Duration duration) {
    long target = now.ticks() + duration.toNanos();
    for (Optional<Ticking> next = next(target); next.isPresent(); next = next(target)) {
      Ticking first = next.get();
      moveTo(first.nextDue().orElse(target));
      first.runDue();
    }
    moveTo(target);
  }

  private void moveTo(long ticks) {
    Moment before = now;
    if (ticks > before.ticks()) {
      now = before.after(ticks - before.ticks());
    }
  }

  /** Lets time pass until an instant, or sets the wall clock back to an earlier one. */
  public void set(Instant target) {
    Duration distance = Duration.between(now.wall(), target);
    if (distance.isNegative()) {
      jump(distance);
    } else {
      advance(distance);
    }
  }

  /** Sets the wall clock on, or back, without time passing: as an operator would. */
  public void jump(Duration distance) {
    Moment before = now;
    now = new Moment(before.wall().plus(distance), before.ticks());
  }

  void add(Ticking timer) {
    ticking.add(timer);
  }

  private Optional<Ticking> next(long target) {
    Optional<Ticking> first = Optional.empty();
    long earliest = target;
    for (Ticking timer : ticking) {
      OptionalLong due = timer.nextDue();
      if (due.isPresent()
          && (due.getAsLong() < earliest || (first.isEmpty() && due.getAsLong() == earliest))) {
        first = Optional.of(timer);
        earliest = due.getAsLong();
      }
    }
    return first;
  }
}
