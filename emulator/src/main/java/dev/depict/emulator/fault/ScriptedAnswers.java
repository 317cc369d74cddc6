package dev.depict.emulator.fault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Texts to answer instead of what the pixels tell, word for word, whatever the schema says. Scripts
 * may be made and dropped at any time; they are looked through in the order they were made. Safe
 * for concurrent use.
 */
public final class ScriptedAnswers {
  private final RandomGenerator random;
  private final Plans<String> plans;

  /**
   * Starts without any script.
   *
   * @param clock what scripts for a time go by
   */
  public ScriptedAnswers(RandomGenerator random, InstantSource clock) {
    this.random = random;
    this.plans = new Plans<>(clock);
  }

  /** Answers that text to each call with that number in its picture. */
  public void onCode(int code, String text) {
    script(new Target.Code(code), text, Faults.ALWAYS);
  }

  /** Answers that text to the next so many calls, whatever they are. */
  public void onNext(int times, String text) {
    script(Target.any(), text, times);
  }

  /** Answers that text to the next so many calls that the target matches. */
  public void script(Target target, String text, int times) {
    plans.add(target, text, times);
  }

  /** Answers that text to the calls that the target matches, from now until that time is over. */
  public void during(Duration span, Target target, String text) {
    plans.addFor(span, target, text);
  }

  /** Drops all scripts. */
  public void clear() {
    plans.clear();
  }

  /** Uses up a script for a call. Asked once for each call that is to be answered. */
  public Optional<String> use(int number, String key, String model, OptionalInt code) {
    return plans.use(target -> target.matches(number, key, model, random) || target.matches(code));
  }
}
