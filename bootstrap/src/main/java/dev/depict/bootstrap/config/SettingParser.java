package dev.depict.bootstrap.config;

import dev.depict.domain.quota.MicroDollars;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text of a setting; what cannot be used is named with its value and its origin. */
record SettingParser(Configuration configuration) {
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

  boolean flag(Key key) {
    return switch (configuration.text(key)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw configuration.error(key, "is neither true nor false");
    };
  }

  /** A text that may be missing. */
  Optional<String> optional(Key key) {
    return Optional.of(configuration.text(key)).filter(text -> !text.isEmpty());
  }

  String word(Key key) {
    String text = configuration.text(key);
    if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
      throw configuration.error(key, "is empty or holds a space");
    }
    return text;
  }

  Optional<Path> file(Key key) {
    try {
      return optional(key).map(text -> Path.of(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw configuration.error(key, "is not a path");
    }
  }

  URI url(Key key) {
    try {
      var url = new URI(configuration.text(key));
      if (Set.of("http", "https").contains(String.valueOf(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw configuration.error(key, "is not an address such as https://example.org");
  }

  /** Dollars, with up to six decimals; none for 0. */
  Optional<MicroDollars> dollars(Key key) {
    try {
      long micros = new BigDecimal(configuration.text(key)).movePointRight(6).longValueExact();
      if (micros >= 0) {
        return micros == 0 ? Optional.empty() : Optional.of(new MicroDollars(micros));
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Said below.
    }
    throw configuration.error(key, "is not an amount of dollars such as 2.50");
  }

  <E extends Enum<E>> E choice(Key key, Class<E> choices) {
    try {
      return Enum.valueOf(choices, configuration.text(key).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String known =
          String.join(
              ", ",
              Arrays.stream(choices.getEnumConstants())
                  .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                  .toList());
      throw configuration.error(key, "is not one of: " + known);
    }
  }

  String language(Key key) {
    try {
      return new Locale.Builder().setLanguageTag(configuration.text(key)).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw configuration.error(key, "is not a BCP 47 language tag such as en or pt-BR");
    }
  }

  Duration duration(Key key, Duration min, Duration max) {
    Duration duration = duration(key);
    if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
      throw configuration.error(
          key, "is not from %ss to %ss".formatted(min.toSeconds(), max.toSeconds()));
    }
    return duration;
  }

  Duration duration(Key key) {
    var matcher = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)").matcher(configuration.text(key));
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
        return known(key, new InetSocketAddress(host, port));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw configuration.error(key, "is not host:port, such as 127.0.0.1:50051");
  }

  private InetSocketAddress known(Key key, InetSocketAddress address) {
    if (address.isUnresolved()) {
      throw configuration.error(key, "names a host nobody knows");
    }
    return address;
  }

  /** Absolute folders, separated by commas; they need not be there yet. */
  List<Path> folders(Key key) {
    List<Path> folders =
        optional(key).stream()
            .flatMap(text -> Stream.of(text.split(",")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Path::of)
            .toList();
    for (Path folder : folders) {
      if (!folder.isAbsolute()) {
        throw configuration.error(key, "names %s, which is not absolute".formatted(folder));
      }
    }
    return folders;
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
    } catch (InvalidPathException e) {
      throw configuration.error(key, "is not a path");
    }
  }
}
