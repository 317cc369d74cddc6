package dev.depict.application.port.out;

import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.task.Failure;
import java.time.Instant;
import java.util.Optional;

/** How an attempt ended, and what is to become of its task. */
public sealed interface AttemptEnd {
  /** Answered: the task and all its twins are COMPLETED. */
  record Answered(AnswerId id, Depiction depiction, Provenance provenance) implements AttemptEnd {}

  /**
   * Failed for good: the task and all its twins are FAILED.
   *
   * @param counted whether the attempt counts against the retry policy
   */
  record Failed(Failure failure, boolean counted) implements AttemptEnd {}

  /** Failed, counted, to be tried again at the given time, behind the fresh tasks of its lane. */
  record RetryAt(Failure failure, Instant time) implements AttemptEnd {}

  /**
   * Back to its place in the queue, uncounted.
   *
   * @param failure why, if something failed
   * @param notBefore when it may be tried again; absent for at once
   */
  record GivenBack(Optional<Failure> failure, Optional<Instant> notBefore) implements AttemptEnd {}
}
