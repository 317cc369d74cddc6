package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.service.Analyzers;
import dev.depict.application.service.UnlimitedRateLimiter;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.config.Settings.AnalyzerChoice;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.media.offline.OcrSettings;
import dev.depict.media.offline.OfflineAnalyzer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Who answers. */
@Module
public interface AnalyzerModule {
  /** Asked when the caller names no model and there is a key. */
  QuotaKey GEMINI = new QuotaKey("gemini", "default", "gemini-3.5-flash-lite");

  /** Asked when the configuration wants no key and no network. */
  QuotaKey OFFLINE = new QuotaKey(Analyzers.OFFLINE, "", Analyzers.OFFLINE);

  @Provides
  @Singleton
  static List<ImageAnalyzer> analyzers(@Decoding ExecutorService decoders) {
    return List.of(new OfflineAnalyzer(decoders, OcrSettings.DEFAULT));
  }

  @Provides
  static QuotaKey configured(Settings settings) {
    return settings.analyzer() == AnalyzerChoice.OFFLINE ? OFFLINE : GEMINI;
  }

  @Provides
  @Singleton
  static RateLimiter limiter() {
    return new UnlimitedRateLimiter();
  }
}
