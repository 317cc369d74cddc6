package dev.depict.gemini;

import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.error.QuestionTooLarge;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.gemini.model.GeminiModel;
import dev.depict.gemini.model.ModelList;
import dev.depict.gemini.model.Price;
import dev.depict.gemini.request.TextTokens;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of Gemini's models: what is published, corrected by what their answers show. Safe
 * for concurrent use.
 */
public final class GeminiModels implements ModelCatalogue {
  private final GeminiSettings settings;
  private final InstantSource clock;
  private final ModelList models;
  private final Experience experience = new Experience();

  /**
   * @throws IllegalArgumentException when the model list of the settings cannot be used
   */
  public GeminiModels(GeminiSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.models = ModelList.read(settings.modelList());
  }

  /** The model of that name, listed or not. */
  GeminiModel find(String name) {
    return models.find(name);
  }

  @Override
  public Expectation expect(QuotaKey key, Media media, Question question) {
    GeminiModel model = find(key.model());
    long input = experience.corrected(model.name(), formula(model, media, question));
    if (settings.tokensPerMinute() > 0 && input > settings.tokensPerMinute()) {
      throw new QuestionTooLarge(input, settings.tokensPerMinute());
    }
    long output = model.expectedOutput();
    Optional<Price> price = model.priceAt(clock.instant());
    MicroDollars cost = price.map(known -> known.cost(input, output)).orElse(MicroDollars.ZERO);
    return new Expectation(new Estimate(key, input, cost), output, price.isPresent());
  }

  @Override
  public List<Warning> warnings(Collection<String> names) {
    Stream<Warning> published =
        names.stream()
            .distinct()
            .map(this::find)
            .map(model -> ModelWarnings.of(model, clock.instant()))
            .flatMap(Optional::stream);
    return Stream.concat(published, experience.warnings(names).stream()).toList();
  }

  /** Learns from the answer to a question. */
  void learn(Media media, Question question, Provenance provenance) {
    experience.learn(formula(find(provenance.modelAsked()), media, question), provenance);
  }

  private long formula(GeminiModel model, Media media, Question question) {
    return pictureTokens(model, media, question) + TextTokens.of(question);
  }

  /** The size after preparation, which never enlarges; it does not matter which way is up. */
  private long pictureTokens(GeminiModel model, Media media, Question question) {
    int longer = Math.max(media.width(), media.height());
    boolean untouched = media.format() == MediaFormat.HEIC || media.format() == MediaFormat.HEIF;
    int most = untouched ? longer : Math.min(longer, settings.maxDimension());
    return model.pictureTokens(
        scaled(media.width(), longer, most),
        scaled(media.height(), longer, most),
        question.resolution());
  }

  private static int scaled(int side, int longer, int most) {
    return Math.max(1, (int) Math.round((double) side * most / longer));
  }
}
