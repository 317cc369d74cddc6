package dev.depict.bootstrap.scenario;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.service.Provider;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.testkit.analyzer.ScriptedAnalyzer;
import jakarta.inject.Singleton;
import java.util.List;

/** In place of AnalyzerModule. */
@Module
interface ScriptedModule {
  @Provides
  @Singleton
  static List<Provider> providers() {
    return List.of(Provider.unlimited(new ScriptedAnalyzer("scripted")));
  }

  @Provides
  static QuotaKey configured() {
    return new QuotaKey("scripted", "", "model-a");
  }
}
