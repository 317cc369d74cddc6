package dev.depict.emulator.fault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
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
  private final Plans<Fault> plans;

  /**
   * Starts without any plan.
   *
   * @param clock what plans for a time go by
   */
  public Faults(RandomGenerator random, InstantSource clock) {
    this.random = random;
    this.plans = new Plans<>(clock);
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

  /** Plans a fault for each call with an API key. */
  public void onKey(String key, Fault fault) {
    plan(new Target.Key(key), fault, ALWAYS);
  }

  /** Plans a fault for the next so many calls, whatever they are. */
  public void onNext(int times, Fault fault) {
    plan(Target.any(), fault, times);
  }

  /** Plans a fault for each call with that probability. */
  public void randomly(double probability, Fault fault) {
    plan(new Target.Random(probability), fault, ALWAYS);
  }

  /** Plans a fault for every call from now until that time is over. */
  public void during(Duration span, Fault fault) {
    during(span, Target.any(), fault);
  }

  /** Plans a fault for the calls that the target matches, from now until that time is over. */
  public void during(Duration span, Target target, Fault fault) {
    plans.addFor(span, target, fault);
  }

  /** Plans a fault for the next so many calls that the target matches. */
  public void plan(Target target, Fault fault, int times) {
    plans.add(target, fault, times);
  }

  /** Drops all plans. */
  public void clear() {
    plans.clear();
  }

  /** Uses up a plan for a call whose picture is not read yet. Asked once for each call. */
  public Optional<Fault> atReception(int number, String key, String model) {
    return plans.use(target -> target.matches(number, key, model, random));
  }

  /** Uses up a plan for the number in the picture. Asked once for each call. */
  public Optional<Fault> inPicture(OptionalInt code) {
    return plans.use(target -> target.matches(code));
  }
}
