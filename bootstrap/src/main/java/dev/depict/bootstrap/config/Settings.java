package dev.depict.bootstrap.config;

import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.RetryPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the configuration says, checked. */
public record Settings(
    Path dataDir,
    ServerSettings server,
    AnalyzerChoice analyzer,
    Gemini gemini,
    Quota quota,
    String language,
    long maxPending,
    RetryPolicy retries,
    Worker worker,
    Pictures pictures,
    Retention retention) {

  /** Who answers when the caller names no model. */
  public enum AnalyzerChoice {
    AUTO,
    GEMINI,
    OFFLINE
  }

  /** How Gemini is reached. The text of the record does not hold the key. */
  public record Gemini(
      Optional<String> apiKey,
      Optional<Path> apiKeyFile,
      URI baseUrl,
      String model,
      Duration timeout,
      Optional<Path> modelsFile) {
    /** Whether somebody said where a key is; what the file holds may change. */
    public boolean hasKey() {
      return apiKey.isPresent() || apiKeyFile.isPresent();
    }

    @Override
    public String toString() {
      return "Gemini[" + model + " at " + baseUrl + "]";
    }
  }

  /**
   * What may be used of Gemini.
   *
   * @param tokensPerMinute 0 for no limit
   * @param requestsPerDay 0 for no limit
   * @param budget of a day; empty for no limit
   */
  public record Quota(
      int requestsPerMinute,
      int tokensPerMinute,
      int requestsPerDay,
      Duration guard,
      Optional<MicroDollars> budget) {}

  /**
   * How tasks are started.
   *
   * @param concurrency calls of one model at once, if somebody said it
   */
  public record Worker(boolean enabled, Optional<Integer> concurrency) {}

  /**
   * Limits for pictures.
   *
   * @param maxBytes of one that comes in one piece
   * @param maxUpload bytes of one that comes in many
   * @param roots folders of pictures that callers may name by path
   */
  public record Pictures(
      int maxDimension, long maxBytes, long maxUpload, long maxPixels, List<Path> roots) {}

  /**
   * How long things are kept.
   *
   * @param tasks that are final; absent for ever
   */
  public record Retention(Duration events, Optional<Duration> tasks) {}

  /**
   * Reads and checks every setting.
   *
   * @throws ConfigurationError for the first one that cannot be used
   */
  public static Settings read(Map<String, String> flags, Map<String, String> environment) {
    return of(Configuration.read(flags, environment));
  }

  private static Settings of(Configuration configuration) {
    var parse = new SettingParser(configuration);
    return new Settings(
        parse.folder(Key.DATA_DIR, "XDG_DATA_HOME", Path.of(".local", "share")),
        ServerSettings.of(configuration, parse),
        parse.choice(Key.ANALYZER, AnalyzerChoice.class),
        gemini(configuration, parse),
        quota(parse),
        parse.language(Key.LANGUAGE),
        parse.number(Key.QUEUE_MAX_PENDING, 1, 100_000_000),
        retries(configuration, parse),
        worker(parse),
        new Pictures(
            parse.number(Key.MEDIA_MAX_DIMENSION, 64, 8192),
            (long) parse.number(Key.MEDIA_MAX_MIB, 1, 100) << 20,
            (long) parse.number(Key.MEDIA_MAX_UPLOAD_MIB, 1, 1024) << 20,
            parse.number(Key.MEDIA_MAX_MEGAPIXELS, 1, 1000) * 1_000_000L,
            parse.folders(Key.MEDIA_ROOTS)),
        retention(parse));
  }

  private static Gemini gemini(Configuration configuration, SettingParser parse) {
    var gemini =
        new Gemini(
            parse.optional(Key.GEMINI_API_KEY),
            parse.file(Key.GEMINI_API_KEY_FILE),
            parse.url(Key.GEMINI_BASE_URL),
            parse.word(Key.GEMINI_MODEL),
            parse.duration(Key.GEMINI_TIMEOUT, Duration.ofSeconds(1), Duration.ofHours(1)),
            parse.file(Key.GEMINI_MODELS_FILE));
    boolean required = parse.choice(Key.ANALYZER, AnalyzerChoice.class) == AnalyzerChoice.GEMINI;
    if (required && !gemini.hasKey()) {
      throw configuration.error(
          Key.ANALYZER, "needs a key: set GEMINI_API_KEY or gemini.api-key-file");
    }
    return gemini;
  }

  private static Quota quota(SettingParser parse) {
    return new Quota(
        parse.number(Key.QUOTA_RPM, 1, 100_000),
        parse.number(Key.QUOTA_TPM, 0, Integer.MAX_VALUE),
        parse.number(Key.QUOTA_RPD, 0, Integer.MAX_VALUE),
        parse.duration(Key.QUOTA_GUARD, Duration.ZERO, Duration.ofMinutes(1)),
        parse.dollars(Key.BUDGET));
  }

  private static RetryPolicy retries(Configuration configuration, SettingParser parse) {
    Duration base = parse.duration(Key.RETRY_BASE_DELAY);
    Duration max = parse.duration(Key.RETRY_MAX_DELAY);
    if (max.compareTo(base) < 0) {
      throw configuration.error(Key.RETRY_MAX_DELAY, "is shorter than retry.base-delay");
    }
    return new RetryPolicy(parse.number(Key.RETRY_MAX_ATTEMPTS, 1, 100), base, max);
  }

  private static Worker worker(SettingParser parse) {
    int concurrency = parse.number(Key.WORKER_CONCURRENCY, 0, 512);
    return new Worker(
        parse.flag(Key.WORKER_ENABLED),
        concurrency == 0 ? Optional.empty() : Optional.of(concurrency));
  }

  private static Retention retention(SettingParser parse) {
    Duration tasks = parse.duration(Key.TASKS_KEEP, Duration.ZERO, Duration.ofDays(36_500));
    return new Retention(
        parse.duration(Key.EVENTS_KEEP), tasks.isZero() ? Optional.empty() : Optional.of(tasks));
  }
}
