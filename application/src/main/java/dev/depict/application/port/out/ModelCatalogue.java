package dev.depict.application.port.out;

import dev.depict.domain.media.Media;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known of the models of one provider. Safe for concurrent use. */
public interface ModelCatalogue {
  /**
   * What one call is expected to take at most.
   *
   * @throws dev.depict.domain.error.QuestionTooLarge when no minute's limit can ever hold it
   */
  Expectation expect(QuotaKey key, Media media, Question question);

  /** What to know about these models: end dates, models that are not listed. */
  List<Warning> warnings(Collection<String> models);

  /**
   * @param outputTokens thinking included
   * @param priced whether the model's price is known; without it the cost is 0
   */
  record Expectation(Estimate estimate, long outputTokens, boolean priced) {}

  /**
   * @param message one sentence for people
   * @param endTime when the provider stops serving the model, if that is known
   * @param replacement the model to ask instead; empty when none is known
   */
  record Warning(String model, String message, Optional<Instant> endTime, String replacement) {}
}
