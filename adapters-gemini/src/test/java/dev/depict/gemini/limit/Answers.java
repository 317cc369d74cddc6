package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** What the provider answers. */
final class Answers {
  private Answers() {}

  static Outcome words(long tokens, long microDollars) {
    return new Outcome.Answered(
        TaskFixtures.depiction("a cat"),
        new Provenance(
            "gemini",
            "model-a",
            "model-a",
            new Usage(tokens, 20, 0, 0),
            new MicroDollars(microDollars)),
        "response-1");
  }

  static Outcome.Throttled throttled(
      FailureClass failureClass, Optional<Duration> delay, QuotaViolation... violations) {
    return new Outcome.Throttled(
        new Failure(failureClass, "429", "slow down"), Arrays.asList(violations), delay);
  }

  static Outcome.Throttled minute(Duration delay, QuotaViolation... violations) {
    return throttled(FailureClass.QUOTA, Optional.of(delay), violations);
  }

  static Outcome.Throttled day(QuotaViolation... violations) {
    return throttled(FailureClass.QUOTA_DAY, Optional.of(Duration.ofSeconds(12)), violations);
  }

  static QuotaViolation violation(LimitKind kind, long limit) {
    return new QuotaViolation(kind, kind + "-FreeTier", OptionalLong.of(limit));
  }
}
