package dev.depict.application.service;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.RetryPolicy;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
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
   * @param task as it was when it was claimed
   * @param countedBefore failures of the round that were counted before this attempt
   * @param held what all calls of its key wait for now that the outcome is known; while there is
   *     such a thing, a task that is given back needs no delay of its own
   */
  AttemptEnd of(Task task, Outcome outcome, int countedBefore, Optional<WaitReason> held) {
    return switch (outcome) {
      case Outcome.Answered answered ->
          new AttemptEnd.Answered(
              new AnswerId(ids.next()), answered.depiction(), answered.provenance());
      case Outcome.Refused refused -> of(task, refused.failure(), countedBefore, held);
      case Outcome.Unavailable unavailable ->
          isDown(held)
              ? givenBack(unavailable.failure(), held, UNTIL_MENDED)
              : of(task, unavailable.failure(), countedBefore, held);
      case Outcome.Throttled throttled ->
          givenBack(throttled.failure(), held, throttled.retryDelay().orElse(UNTIL_MENDED));
    };
  }

  /** Whether the provider is held to be out of order, so that no task is to blame. */
  static boolean isDown(Optional<WaitReason> held) {
    return held.filter(reason -> reason.kind() == WaitReason.Kind.PROVIDER_DOWN).isPresent();
  }

  private AttemptEnd of(Task task, Failure failure, int countedBefore, Optional<WaitReason> held) {
    int counted = countedBefore + 1;
    return switch (failure.failureClass().consequence()) {
      case WAIT -> givenBack(failure, held, UNTIL_MENDED);
      case PARK ->
          concernsTaskAlone(task, failure)
              ? new AttemptEnd.Failed(failure, true)
              : givenBack(failure, held, UNTIL_MENDED);
      case FAIL -> new AttemptEnd.Failed(failure, true);
      case RETRY, RETRY_ONCE ->
          policy.isLast(failure.failureClass(), counted, task.failure().map(Failure::failureClass))
              ? new AttemptEnd.Failed(failure, true)
              : new AttemptEnd.RetryAt(failure, in(policy.delayAfter(counted, random)));
    };
  }

  /** A model that its caller named, and that does not exist, is no reason to stop anybody else. */
  private static boolean concernsTaskAlone(Task task, Failure failure) {
    return failure.failureClass() == FailureClass.MODEL_GONE
        && task.question().requestedModel().isPresent();
  }

  private AttemptEnd givenBack(Failure failure, Optional<WaitReason> held, Duration delay) {
    return new AttemptEnd.GivenBack(
        Optional.of(failure), held.isPresent() ? Optional.empty() : Optional.of(in(delay)));
  }

  private Instant in(Duration delay) {
    return clock.instant().plus(delay);
  }
}
