package dev.depict.bootstrap.config;

import dev.depict.domain.task.RetryPolicy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the configuration says, checked.
 *
 * @param concurrency attempts under way at once, at least 1
 * @param maxMessageBytes of one gRPC message
 */
public record Settings(
    Path dataDir,
    InetSocketAddress listen,
    int maxMessageBytes,
    AnalyzerChoice analyzer,
    String language,
    long maxPending,
    RetryPolicy retries,
    int concurrency,
    Pictures pictures,
    Duration keepEvents) {

  /** Who answers when the caller names no model. */
  public enum AnalyzerChoice {
    AUTO,
    OFFLINE
  }

  /** Limits for pictures. */
  public record Pictures(int maxDimension, long maxBytes, long maxPixels) {}

  /**
   * Reads and checks every setting.
   *
   * @throws ConfigurationError for the first one that cannot be used
   */
  public static Settings read(Map<String, String> flags, Map<String, String> environment) {
    return of(Configuration.read(flags, environment));
  }

  /** The same settings with another analyzer. */
  public Settings with(AnalyzerChoice choice) {
    return new Settings(
        dataDir,
        listen,
        maxMessageBytes,
        choice,
        language,
        maxPending,
        retries,
        concurrency,
        pictures,
        keepEvents);
  }

  /** The same settings with another address. */
  public Settings with(InetSocketAddress address) {
    return new Settings(
        dataDir,
        address,
        maxMessageBytes,
        analyzer,
        language,
        maxPending,
        retries,
        concurrency,
        pictures,
        keepEvents);
  }

  private static Settings of(Configuration configuration) {
    var parse = new SettingParser(configuration);
    int concurrency = parse.number(Key.WORKER_CONCURRENCY, 0, 512);
    Duration base = parse.duration(Key.RETRY_BASE_DELAY);
    Duration max = parse.duration(Key.RETRY_MAX_DELAY);
    if (max.compareTo(base) < 0) {
      throw configuration.error(Key.RETRY_MAX_DELAY, "is shorter than retry.base-delay");
    }
    return new Settings(
        parse.folder(Key.DATA_DIR, "XDG_DATA_HOME", Path.of(".local", "share")),
        parse.address(Key.SERVER_LISTEN),
        parse.number(Key.SERVER_MAX_MESSAGE, 1, 128) << 20,
        parse.choice(Key.ANALYZER, AnalyzerChoice.class),
        parse.language(Key.LANGUAGE),
        parse.number(Key.QUEUE_MAX_PENDING, 1, 100_000_000),
        new RetryPolicy(parse.number(Key.RETRY_MAX_ATTEMPTS, 1, 100), base, max),
        concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency,
        new Pictures(
            parse.number(Key.MEDIA_MAX_DIMENSION, 64, 8192),
            (long) parse.number(Key.MEDIA_MAX_MIB, 1, 100) << 20,
            parse.number(Key.MEDIA_MAX_MEGAPIXELS, 1, 1000) * 1_000_000L),
        parse.duration(Key.EVENTS_KEEP));
  }
}
