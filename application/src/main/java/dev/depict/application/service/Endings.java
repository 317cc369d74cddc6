package dev.depict.application.service;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides what an outcome means for the task: the one place where retries are decided. */
public final class Endings {
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

  private final RetryPolicy policy;
  private final IdSource ids;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Endings(RetryPolicy policy, IdSource ids, InstantSource clock, RandomGenerator random) {
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /**
   * @param countedBefore failures of the round that were counted before this attempt
   */
  AttemptEnd of(Outcome outcome, int countedBefore) {
    return switch (outcome) {
      case Outcome.Answered answered ->
          new AttemptEnd.Answered(
              new AnswerId(ids.next()), answered.depiction(), answered.provenance());
      case Outcome.Refused refused -> of(refused.failure(), countedBefore);
      case Outcome.Unavailable unavailable -> of(unavailable.failure(), countedBefore);
      case Outcome.Throttled throttled ->
          givenBack(throttled.failure(), throttled.retryDelay().orElse(UNTIL_MENDED));
    };
  }

  private AttemptEnd of(Failure failure, int countedBefore) {
    int counted = countedBefore + 1;
    return switch (failure.failureClass().consequence()) {
      case WAIT, PARK -> givenBack(failure, UNTIL_MENDED);
      case FAIL -> new AttemptEnd.Failed(failure, true);
      case RETRY, RETRY_ONCE ->
          policy.isLast(failure.failureClass(), counted)
              ? new AttemptEnd.Failed(failure, true)
              : new AttemptEnd.RetryAt(failure, in(policy.delayAfter(counted, random)));
    };
  }

  private AttemptEnd givenBack(Failure failure, Duration delay) {
    return new AttemptEnd.GivenBack(Optional.of(failure), Optional.of(in(delay)));
  }

  private Instant in(Duration delay) {
    return clock.instant().plus(delay);
  }
}
