package dev.depict.application.service;

import dev.depict.application.port.in.IngestImage.Command;
import dev.depict.application.port.out.ModelCatalogue.Expectation;
import dev.depict.domain.media.Media;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;

/** Makes a question of what a caller asks, and says what its answer is expected to take. */
public final class Drafting {
  private final Providers providers;
  private final QuestionDefaults defaults;

  public Drafting(Providers providers, QuestionDefaults defaults) {
    this.providers = providers;
    this.defaults = defaults;
  }

  /**
   * @throws dev.depict.domain.error.CallerMistake when nobody can ever answer it
   */
  Draft of(Command command, Media picture) {
    QuotaKey key = providers.route(command.model());
    var question =
        new Question(
            picture.digest(),
            command.prompt(),
            command.context(),
            key.provider(),
            command.model(),
            command.language().orElse(defaults.language()),
            command.resolution().orElse(defaults.resolution()),
            defaults.preparation(),
            defaults.instructionVersion(),
            defaults.schemaVersion());
    Expectation expectation =
        providers
            .of(key.provider())
            .map(provider -> provider.models().expect(key, picture, question))
            .orElseGet(() -> new Expectation(Estimate.free(key), 0, false));
    return new Draft(question, expectation);
  }

  /** A question, and what one call for it is expected to take. */
  record Draft(Question question, Expectation expectation) {
    Estimate estimate() {
      return expectation.estimate();
    }
  }
}
