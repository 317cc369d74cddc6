package dev.depict.testkit.analyzer;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.task.FailureClass;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.Optional;

/** Outcomes to script. */
public final class Outcomes {
  private Outcomes() {}

  /** Words, at the price of {@link TaskFixtures#COST}. */
  public static Outcome answered(String altText) {
    return new Outcome.Answered(
        TaskFixtures.depiction(altText),
        new Provenance(
            "scripted", "model-a", "model-a-001", TaskFixtures.USAGE, TaskFixtures.COST));
  }

  /** No words for this picture. */
  public static Outcome refused(FailureClass failureClass) {
    return new Outcome.Refused(TaskFixtures.failure(failureClass));
  }

  /** Too many calls this minute. */
  public static Outcome throttled(Duration retryDelay) {
    return new Outcome.Throttled(TaskFixtures.failure(FailureClass.QUOTA), Optional.of(retryDelay));
  }

  /** Too many calls this day. */
  public static Outcome throttledForTheDay() {
    return new Outcome.Throttled(TaskFixtures.failure(FailureClass.QUOTA_DAY), Optional.empty());
  }

  /** Nobody answers. */
  public static Outcome unavailable(FailureClass failureClass) {
    return new Outcome.Unavailable(TaskFixtures.failure(failureClass));
  }
}
