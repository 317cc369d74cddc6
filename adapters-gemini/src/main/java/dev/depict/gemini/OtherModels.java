package dev.depict.gemini;

import dev.depict.domain.answer.Provenance;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Warns, once for each pair, when another model answers than was asked. */
final class OtherModels {
  private static final System.Logger LOG = System.getLogger(OtherModels.class.getName());

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  void look(Provenance provenance) {
    String asked = provenance.modelAsked();
    String answered = provenance.modelAnswered();
    if (!answered.equals(asked) && told.add(asked + " " + answered)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} was asked, and {1} answered; each answer names the model that gave it",
          asked,
          answered);
    }
  }
}
