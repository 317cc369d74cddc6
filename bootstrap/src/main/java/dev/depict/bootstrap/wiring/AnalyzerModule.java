package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.LearnedLimits;
import dev.depict.application.port.out.Ticker;
import dev.depict.application.port.out.UsageBook;
import dev.depict.application.service.Provider;
import dev.depict.application.service.Providers;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.config.Settings.AnalyzerChoice;
import dev.depict.bootstrap.lifecycle.Closing;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.gemini.ApiKeys;
import dev.depict.gemini.GeminiImageAnalyzer;
import dev.depict.gemini.GeminiModels;
import dev.depict.gemini.GeminiSettings;
import dev.depict.gemini.limit.GeminiRateLimiter;
import dev.depict.gemini.limit.LimiterSettings;
import dev.depict.media.offline.OcrSettings;
import dev.depict.media.offline.OfflineAnalyzer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Who answers: Gemini unless the configuration wants none, and the offline analyzer. */
@Module
public interface AnalyzerModule {
  /** One key, and one name for it. */
  String CREDENTIAL = "default";

  /** A call takes so long at most, as a rule: as many as come due in it may be under way. */
  Duration LONG_CALL = Duration.ofSeconds(10);

  @Provides
  @Singleton
  static List<Provider> providers(
      Settings settings,
      @Decoding ExecutorService decoders,
      dagger.Lazy<GeminiImageAnalyzer> gemini,
      dagger.Lazy<GeminiModels> models,
      dagger.Lazy<GeminiRateLimiter> limiter) {
    var offline =
        new OfflineAnalyzer(
            decoders, Runtime.getRuntime().availableProcessors(), OcrSettings.DEFAULT);
    return settings.analyzer() == AnalyzerChoice.OFFLINE
        ? List.of(Provider.unlimited(offline))
        : List.of(
            new Provider(gemini.get(), models.get(), limiter.get(), limiter.get().gauge()),
            Provider.unlimited(offline));
  }

  @Provides
  static QuotaKey configured(Settings settings) {
    return settings.analyzer() == AnalyzerChoice.OFFLINE
        ? new QuotaKey(Providers.OFFLINE, "", Providers.OFFLINE)
        : new QuotaKey(GeminiImageAnalyzer.NAME, CREDENTIAL, settings.gemini().model());
  }

  @Provides
  static GeminiSettings geminiSettings(Settings settings) {
    Settings.Gemini gemini = settings.gemini();
    var standard =
        GeminiSettings.standard()
            .withBaseUrl(gemini.baseUrl())
            .withTimeout(gemini.timeout())
            .withConcurrency(concurrency(settings))
            .withTokensPerMinute(settings.quota().tokensPerMinute())
            .withMaxDimension(settings.pictures().maxDimension());
    return gemini.modelsFile().map(standard::withModelList).orElse(standard);
  }

  private static int concurrency(Settings settings) {
    long due = settings.quota().requestsPerMinute() * LONG_CALL.toSeconds() / 60;
    return settings.worker().concurrency().orElse(Math.clamp(due, 8, 512));
  }

  @Provides
  @Singleton
  static ApiKeys keys(Settings settings, Closing closing) {
    Settings.Gemini gemini = settings.gemini();
    // A key that is given itself is meant; a file may be a habit of the machine.
    ApiKeys keys =
        gemini.apiKey().isEmpty() && gemini.apiKeyFile().isPresent()
            ? ApiKeys.file(gemini.apiKeyFile().get())
            : ApiKeys.fixed(gemini.apiKey().orElse(""));
    return closing.register(keys);
  }

  @Provides
  @Singleton
  static GeminiModels models(GeminiSettings settings, InstantSource clock) {
    return new GeminiModels(settings, clock);
  }

  @Provides
  @Singleton
  static GeminiImageAnalyzer gemini(
      GeminiSettings settings,
      ApiKeys keys,
      GeminiModels models,
      InstantSource clock,
      Closing closing) {
    return closing.register(new GeminiImageAnalyzer(settings, keys, models, clock));
  }

  @Provides
  @Singleton
  static GeminiRateLimiter limiter(
      Settings settings,
      UsageBook book,
      LearnedLimits learned,
      Ticker ticker,
      InstantSource clock,
      ApiKeys keys) {
    Settings.Quota quota = settings.quota();
    var limiter =
        new GeminiRateLimiter(
            new LimiterSettings(
                quota.requestsPerMinute(),
                quota.tokensPerMinute(),
                quota.requestsPerDay(),
                quota.guard(),
                quota.budget().orElse(MicroDollars.ZERO)),
            book,
            learned,
            ticker,
            clock,
            () -> keys.current().isPresent());
    keys.onChange(limiter::credentialChanged);
    return limiter;
  }
}
