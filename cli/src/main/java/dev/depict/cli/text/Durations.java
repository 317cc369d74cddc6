package dev.depict.cli.text;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write and read them. */
public final class Durations {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private Durations() {}

  /** Reads {@code 90s}, {@code 10m}, {@code 1h30m} or {@code 2d}; empty when it is none of them. */
  public static Optional<Duration> parsed(String text) {
    var match = WRITTEN.matcher(text);
    if (text.isEmpty() || !match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(number(match.group(1)))
            .plusHours(number(match.group(2)))
            .plusMinutes(number(match.group(3)))
            .plusSeconds(number(match.group(4))));
  }

  /** Roughly, such as {@code 40 s}, {@code 5 min} or {@code 3 h}. */
  public static String rough(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 90 * 60) {
      return (seconds + 30) / 60 + " min";
    }
    return seconds < 48 * 3600 ? (seconds + 1800) / 3600 + " h" : (seconds + 43200) / 86400 + " d";
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
