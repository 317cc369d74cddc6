package dev.depict.testkit.analyzer;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.task.FailureClass;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Outcomes to script. */
public final class Outcomes {
  /** The provider's name for the response of {@link #answered}. */
  public static final String RESPONSE_ID = "response-1";

  private Outcomes() {}

  /** Words, at the price of {@link TaskFixtures#COST}. */
  public static Outcome answered(String altText) {
    return new Outcome.Answered(
        TaskFixtures.depiction(altText),
        new Provenance("scripted", "model-a", "model-a-001", TaskFixtures.USAGE, TaskFixtures.COST),
        RESPONSE_ID);
  }

  /** No words for this picture, and no bill. */
  public static Outcome refused(FailureClass failureClass) {
    return refused(failureClass, Charge.NOTHING);
  }

  /** No words for this picture. */
  public static Outcome refused(FailureClass failureClass, Charge charge) {
    return new Outcome.Refused(TaskFixtures.failure(failureClass), charge);
  }

  /** Too many calls this minute. */
  public static Outcome throttled(Duration retryDelay) {
    return throttled(FailureClass.QUOTA, LimitKind.REQUESTS_PER_MINUTE, Optional.of(retryDelay));
  }

  /** Too many calls this day. */
  public static Outcome throttledForTheDay() {
    return throttled(FailureClass.QUOTA_DAY, LimitKind.REQUESTS_PER_DAY, Optional.empty());
  }

  private static Outcome throttled(
      FailureClass failureClass, LimitKind kind, Optional<Duration> retryDelay) {
    return new Outcome.Throttled(
        TaskFixtures.failure(failureClass),
        List.of(new QuotaViolation(kind, kind.name(), OptionalLong.empty())),
        retryDelay);
  }

  /**
   * Nobody answers. A call that is lost on the way may have been billed; a provider that is out of
   * order bills nothing.
   */
  public static Outcome unavailable(FailureClass failureClass) {
    return unavailable(
        failureClass, failureClass == FailureClass.NETWORK ? Charge.UNKNOWN : Charge.NOTHING);
  }

  /** Nobody answers. */
  public static Outcome unavailable(FailureClass failureClass, Charge charge) {
    return new Outcome.Unavailable(TaskFixtures.failure(failureClass), charge);
  }
}
