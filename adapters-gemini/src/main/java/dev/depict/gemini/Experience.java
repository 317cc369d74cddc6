package dev.depict.gemini;

import dev.depict.application.port.out.ModelCatalogue.Warning;
import dev.depict.domain.answer.Provenance;
import dev.depict.gemini.model.TokenCorrection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the answers of this process showed of the models: how they count tokens, and who answers in
 * their place. Safe for concurrent use.
 */
final class Experience {
  private static final System.Logger LOG = System.getLogger(Experience.class.getName());

  private final ConcurrentMap<String, TokenCorrection> corrections = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Map<String, Long>> substitutes = new ConcurrentHashMap<>();

  /**
   * Learns from one answer.
   *
   * @param formula the input tokens by the published formulas
   */
  void learn(long formula, Provenance provenance) {
    corrections
        .computeIfAbsent(provenance.modelAsked(), _ -> new TokenCorrection())
        .learn(formula, provenance.usage().promptTokens());
    if (!provenance.modelAnswered().equals(provenance.modelAsked())) {
      count(provenance.modelAsked(), provenance.modelAnswered());
    }
  }

  /** Input tokens to expect, given those of the published formulas. */
  long corrected(String model, long formula) {
    return Optional.ofNullable(corrections.get(model))
        .map(correction -> Math.round(formula * correction.factor()))
        .orElse(formula);
  }

  /** Which of these models were answered by others. */
  List<Warning> warnings(Collection<String> models) {
    return models.stream()
        .distinct()
        .flatMap(model ->
            substitutes.getOrDefault(model, Map.of()).entrySet().stream()
                .map(other -> warning(model, other.getKey(), other.getValue())))
        .toList();
  }

  private void count(String asked, String answered) {
    substitutes.compute(
        asked,
        (_, known) -> {
          var counts = new TreeMap<String, Long>(known == null ? Map.of() : known);
          if (counts.merge(answered, 1L, Long::sum) == 1) {
            LOG.log(
                System.Logger.Level.WARNING,
                "{0} was asked, and {1} answered; each answer names the model that gave it",
                asked,
                answered);
          }
          return counts;
        });
  }

  private static Warning warning(String asked, String answered, long count) {
    return new Warning(
        asked,
        "%s was asked, and %s answered, %d %s since this server was started; `depict reanalyze` can ask again"
            .formatted(asked, answered, count, count == 1 ? "time" : "times"),
        Optional.empty(),
        "");
  }
}
