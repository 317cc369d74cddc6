package dev.depict.application.port.out;

import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.task.Failure;
import java.time.Duration;
import java.util.Optional;

/** What came of one call to a provider. A later case may tell that the answer has to be fetched. */
public sealed interface Outcome {
  /** The words, checked. */
  record Answered(Depiction depiction, Provenance provenance) implements Outcome {}

  /** The provider answered, but with no words for this picture. */
  record Refused(Failure failure) implements Outcome {}

  /**
   * The provider counts too many calls.
   *
   * @param failure its class is QUOTA or QUOTA_DAY
   * @param retryDelay how long the provider asks to wait
   */
  record Throttled(Failure failure, Optional<Duration> retryDelay) implements Outcome {}

  /** The provider was not reached, or is out of order. */
  record Unavailable(Failure failure) implements Outcome {}
}
