package dev.depict.bootstrap.lifecycle;

import dev.depict.application.service.Provider;
import dev.depict.gemini.GeminiImageAnalyzer;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;

/** Loads in the background what the first call to Gemini needs, so that it does not wait for it. */
final class WarmUp {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

  private final List<Provider> providers;

  @Inject
  WarmUp(List<Provider> providers) {
    this.providers = providers;
  }

  /** Returns at once. Asks nobody anything. */
  void begin() {
    for (Provider provider : providers) {
      if (provider.analyzer() instanceof GeminiImageAnalyzer gemini) {
        Thread.ofPlatform().name("depict-warm-up").daemon().start(() -> warm(gemini));
      }
    }
  }

  private static void warm(GeminiImageAnalyzer gemini) {
    try {
      gemini.warmUp();
    } catch (RuntimeException e) {
      // The first real call finds out for itself.
      LOG.log(Level.DEBUG, "the first call will take longer", e);
    }
  }
}
