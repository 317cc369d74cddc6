package dev.depict.emulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is planned for which calls. Looked through in the order it was planned. Safe for concurrent
 * use.
 *
 * @param <T> what is planned
 */
final class Plans<T> {
  private final InstantSource clock;
  private final List<Plan<T>> plans = new ArrayList<>();

  Plans(InstantSource clock) {
    this.clock = clock;
  }

  /** Plans it for the next so many calls that the target matches. */
  void add(Target target, T what, int times) {
    add(new Plan<>(target, what, Instant.MAX, times));
  }

  /** Plans it for all calls that the target matches, from now until that time is over. */
  void addFor(Duration span, Target target, T what) {
    if (!span.isPositive()) {
      throw new IllegalArgumentException("a plan holds for a positive time: " + span);
    }
    add(new Plan<>(target, what, clock.instant().plus(span), Faults.ALWAYS));
  }

  private synchronized void add(Plan<T> plan) {
    plans.add(plan);
  }

  synchronized void clear() {
    plans.clear();
  }

  /** Uses up the first plan whose target matches. */
  synchronized Optional<T> use(Predicate<Target> matches) {
    Instant now = clock.instant();
    plans.removeIf(plan -> !now.isBefore(plan.end));
    for (Iterator<Plan<T>> each = plans.iterator(); each.hasNext(); ) {
      Plan<T> plan = each.next();
      if (matches.test(plan.target)) {
        if (plan.times != Faults.ALWAYS && --plan.times == 0) {
          each.remove();
        }
        return Optional.of(plan.what);
      }
    }
    return Optional.empty();
  }

  private static final class Plan<T> {
    private final Target target;
    private final T what;
    private final Instant end;
    private int times;

    Plan(Target target, T what, Instant end, int times) {
      if (times < 1) {
        throw new IllegalArgumentException("a plan is for at least 1 call: " + times);
      }
      this.target = target;
      this.what = what;
      this.end = end;
      this.times = times;
    }
  }
}
