package dev.depict.bootstrap.scenario;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.service.UnlimitedRateLimiter;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.testkit.analyzer.ScriptedAnalyzer;
import jakarta.inject.Singleton;
import java.util.List;

/** In place of AnalyzerModule. */
@Module
interface ScriptedModule {
  @Provides
  @Singleton
  static List<ImageAnalyzer> analyzers() {
    return List.of(new ScriptedAnalyzer("scripted"));
  }

  @Provides
  static QuotaKey configured() {
    return new QuotaKey("scripted", "", "model-a");
  }

  @Provides
  @Singleton
  static RateLimiter limiter() {
    return new UnlimitedRateLimiter();
  }
}
