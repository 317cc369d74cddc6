package dev.depict.bootstrap.config;

import dev.depict.domain.task.RetryPolicy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
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
    boolean worker,
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
        worker,
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
        worker,
        concurrency,
        pictures,
        keepEvents);
  }

  private static Settings of(Configuration configuration) {
    var parse = new Parser(configuration);
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
        parse.truth(Key.WORKER_ENABLED),
        concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency,
        new Pictures(
            parse.number(Key.MEDIA_MAX_DIMENSION, 64, 8192),
            (long) parse.number(Key.MEDIA_MAX_MIB, 1, 100) << 20,
            parse.number(Key.MEDIA_MAX_MEGAPIXELS, 1, 1000) * 1_000_000L),
        parse.duration(Key.EVENTS_KEEP));
  }

  private record Parser(Configuration configuration) {
    int number(Key key, int min, int max) {
      try {
        int number = Integer.parseInt(configuration.text(key));
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, together with the range.
      }
      throw configuration.error(key, "is not a whole number from %d to %d".formatted(min, max));
    }

    boolean truth(Key key) {
      return switch (configuration.text(key).toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on" -> true;
        case "false", "no", "off" -> false;
        default -> throw configuration.error(key, "is neither true nor false");
      };
    }

    <E extends Enum<E>> E choice(Key key, Class<E> choices) {
      try {
        return Enum.valueOf(choices, configuration.text(key).toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        String known =
            String.join(
                ", ",
                java.util.Arrays.stream(choices.getEnumConstants())
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .toList());
        throw configuration.error(key, "is not one of: " + known);
      }
    }

    String language(Key key) {
      try {
        return new Locale.Builder().setLanguageTag(configuration.text(key)).build().toLanguageTag();
      } catch (java.util.IllformedLocaleException e) {
        throw configuration.error(key, "is not a BCP 47 language tag such as en or pt-BR");
      }
    }

    Duration duration(Key key) {
      var matcher =
          java.util.regex.Pattern.compile("(\\d{1,9})(ms|s|m|h|d)")
              .matcher(configuration.text(key));
      if (!matcher.matches()) {
        throw configuration.error(key, "is not a duration such as 500ms, 1s, 5m, 12h or 7d");
      }
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    }

    InetSocketAddress address(Key key) {
      String text = configuration.text(key);
      int colon = text.lastIndexOf(':');
      try {
        int port = Integer.parseInt(text.substring(colon + 1));
        String host = text.substring(0, Math.max(colon, 0)).replaceAll("^\\[|]$", "");
        if (!host.isBlank() && port >= 0 && port <= 65_535) {
          return loopback(key, new InetSocketAddress(host, port));
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw configuration.error(key, "is not host:port, such as 127.0.0.1:50051");
    }

    private InetSocketAddress loopback(Key key, InetSocketAddress address) {
      if (address.isUnresolved()) {
        throw configuration.error(key, "names a host nobody knows");
      }
      if (!address.getAddress().isLoopbackAddress()) {
        throw configuration.error(
            key,
            "is reachable from other machines, and there is no authentication; use a loopback"
                + " address such as 127.0.0.1:50051");
      }
      return address;
    }

    Path folder(Key key, String xdgVariable, Path fallback) {
      String text = configuration.text(key);
      if (!configuration.isSet(key)) {
        Path home = Path.of(System.getProperty("user.home"));
        return configuration
            .environment(xdgVariable)
            .map(Path::of)
            .orElse(home.resolve(fallback))
            .resolve("depict");
      }
      try {
        return Path.of(text).toAbsolutePath().normalize();
      } catch (java.nio.file.InvalidPathException e) {
        throw configuration.error(key, "is not a path");
      }
    }
  }
}
