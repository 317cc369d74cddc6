package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.MinuteLimits;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.quota.SendGate;
import java.time.Duration;
import java.util.List;

/** All that is known of one key. Not safe for concurrent use. */
final class KeyLimits {
  private final QuotaKey key;
  private final Duration span;
  private final SendGate gate;
  private final LimitsInForce limits;
  private final Throttle throttle = new Throttle();
  private final Accuracy accuracy = new Accuracy();
  private final Circuit circuit;
  private final Parking credential;
  private final Parking model = new Parking();
  private Estimate asked;

  /**
   * @param credential shared by all keys of the credential
   */
  KeyLimits(QuotaKey key, LimiterSettings settings, Parking credential) {
    this.key = key;
    this.span = settings.span();
    this.gate = new SendGate(settings.span());
    this.limits = new LimitsInForce(settings);
    this.circuit = new Circuit(key);
    this.credential = credential;
    this.asked = Estimate.free(key);
  }

  QuotaKey key() {
    return key;
  }

  SendGate gate() {
    return gate;
  }

  /** As the gate is when nothing was sent for a minute. */
  SendGate emptyGate() {
    return new SendGate(span);
  }

  LimitsInForce limits() {
    return limits;
  }

  MinuteLimits minute(Moment now) {
    return limits.minute(now.time());
  }

  Throttle throttle() {
    return throttle;
  }

  Accuracy accuracy() {
    return accuracy;
  }

  Circuit circuit() {
    return circuit;
  }

  Parking credential() {
    return credential;
  }

  Parking model() {
    return model;
  }

  /** What was asked for last: what the next call is expected to take. */
  Estimate asked() {
    return asked;
  }

  void ask(Estimate estimate) {
    asked = estimate;
  }

  /** The provider counts too many calls. Says what that teaches. */
  List<Lesson> throttled(Outcome.Throttled refusal, Moment now) {
    throttle.refused(refusal, now);
    gate.interrupt();
    List<Lesson> lessons = Lessons.of(key, refusal, limits, throttle, now);
    lessons.forEach(limits::learn);
    return lessons;
  }

  /** Goes on with what another process was taught. */
  void restore(Lesson lesson, Moment now) {
    limits.learn(lesson);
    throttle.restore(lesson, now);
  }

  /** Whether one that is made anew would know as much. */
  boolean isIdle(Moment now) {
    return gate.window().requests(now.nanos()) == 0
        && !throttle.holds(now)
        && !limits.hasLearned(now.time())
        && !model.isParked()
        && circuit.admits(now);
  }

  /** Forgets what the provider taught. */
  void forget() {
    limits.forget();
    throttle.forget();
  }
}
