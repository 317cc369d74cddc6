package dev.depict.gemini;

import dev.depict.application.port.out.ModelCatalogue.Warning;
import dev.depict.gemini.model.GeminiModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What people ought to know of a model before they go on asking it. */
final class ModelWarnings {
  private ModelWarnings() {}

  static Optional<Warning> of(GeminiModel model, Instant now) {
    if (!model.listed()) {
      return Optional.of(
          warning(
              model,
              "%s is not in the list of known models: its price is not known, and its tokens are"
                      .formatted(model.name())
                  + " estimated by the greatest count"));
    }
    return model.end().map(end -> warning(model, ending(model, end, now)));
  }

  private static String ending(GeminiModel model, Instant end, Instant now) {
    String verb = now.isBefore(end) ? "will not be served any more from" : "is not served since";
    String advice =
        model.replacement().isEmpty() ? "" : "; ask %s instead".formatted(model.replacement());
    return "%s %s %s%s"
        .formatted(model.name(), verb, LocalDate.ofInstant(end, ZoneOffset.UTC), advice);
  }

  private static Warning warning(GeminiModel model, String message) {
    return new Warning(model.name(), message, model.end(), model.replacement());
  }
}
