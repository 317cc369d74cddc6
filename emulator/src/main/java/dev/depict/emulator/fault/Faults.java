package dev.depict.emulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Which calls go wrong, and how. Plans may be made and dropped at any time; they are looked through
 * in the order they were made, those for a code last, because the picture is read last. Safe for
 * concurrent use.
 */
public final class Faults {
  /** A plan that is never used up. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private final RandomGenerator random;
  private final List<Plan> plans = new ArrayList<>();

  /** Starts without any plan. */
  public Faults(RandomGenerator random) {
    this.random = random;
  }

  /** Plans a fault for one call; the first since the start is number 1. */
  public void onCall(int number, Fault fault) {
    plan(new Target.Call(number), fault, 1);
  }

  /** Plans a fault for each call with that number in its picture. */
  public void onCode(int code, Fault fault) {
    plan(new Target.Code(code), fault, ALWAYS);
  }

  /** Plans a fault for the next so many calls with that number in their picture. */
  public void onCode(int code, Fault fault, int times) {
    plan(new Target.Code(code), fault, times);
  }

  /** Plans a fault for each call of a model. */
  public void onModel(String model, Fault fault) {
    plan(new Target.Model(model), fault, ALWAYS);
  }

  /** Plans a fault for the next so many calls, whatever they are. */
  public void onNext(int times, Fault fault) {
    plan(new Target.Random(1), fault, times);
  }

  /** Plans a fault for each call with that probability. */
  public void randomly(double probability, Fault fault) {
    plan(new Target.Random(probability), fault, ALWAYS);
  }

  /** Plans a fault for the next so many calls that the target matches. */
  public synchronized void plan(Target target, Fault fault, int times) {
    plans.add(new Plan(target, fault, times));
  }

  /** Drops all plans. */
  public synchronized void clear() {
    plans.clear();
  }

  /** Uses up a plan for a call whose picture is not read yet. Asked once for each call. */
  public Optional<Fault> atReception(int number, String model) {
    return use(target -> target.matches(number, model, random));
  }

  /** Uses up a plan for the number in the picture. Asked once for each call. */
  public Optional<Fault> inPicture(OptionalInt code) {
    return use(target -> target.matches(code));
  }

  private synchronized Optional<Fault> use(Predicate<Target> matches) {
    for (Iterator<Plan> each = plans.iterator(); each.hasNext(); ) {
      Plan plan = each.next();
      if (matches.test(plan.target)) {
        if (plan.times != ALWAYS && --plan.times == 0) {
          each.remove();
        }
        return Optional.of(plan.fault);
      }
    }
    return Optional.empty();
  }

  private static final class Plan {
    private final Target target;
    private final Fault fault;
    private int times;

    Plan(Target target, Fault fault, int times) {
      if (times < 1) {
        throw new IllegalArgumentException("a fault is planned for at least 1 call: " + times);
      }
      this.target = target;
      this.fault = fault;
      this.times = times;
    }
  }
}
