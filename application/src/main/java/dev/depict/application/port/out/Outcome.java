package dev.depict.application.port.out;

import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.task.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of one call to a provider. A later case may tell that the answer has to be fetched. */
public sealed interface Outcome {
  /** What the call was billed. */
  Charge charge();

  /**
   * The words, checked.
   *
   * @param responseId the provider's name for its response; empty when it gave none
   */
  record Answered(Depiction depiction, Provenance provenance, String responseId)
      implements Outcome {
    @Override
    public Charge charge() {
      return new Charge.Billed(provenance.usage(), provenance.cost(), responseId);
    }
  }

  /** The provider answered, but with no words for this picture. */
  record Refused(Failure failure, Charge charge) implements Outcome {}

  /**
   * The provider counts too many calls.
   *
   * @param failure its class is QUOTA or QUOTA_DAY
   * @param violations the limits that were met, as far as the provider names them
   * @param retryDelay how long the provider asks to wait
   */
  record Throttled(Failure failure, List<QuotaViolation> violations, Optional<Duration> retryDelay)
      implements Outcome {
    public Throttled {
      violations = List.copyOf(violations);
    }

    @Override
    public Charge charge() {
      return Charge.NOTHING;
    }
  }

  /** The provider was not reached, or is out of order: its class is CAPACITY or NETWORK. */
  record Unavailable(Failure failure, Charge charge) implements Outcome {}
}
