package dev.depict.benchmarks.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param rpm the limit that the provider keeps
 * @param configured the limit that the server is told; 0 for the same
 * @param minutes measured from the first arrival on
 * @param countings how the provider counts a minute: one run for each
 * @param together whether these runs are made at the same time, and not one after the other
 * @param latency of the provider's answers
 * @param network between sending and being counted
 * @param preparation of the pictures, on an idle machine
 * @param kill whether the server is killed once, half-way
 */
record QuotaSettings(
    int rpm,
    int configured,
    int minutes,
    List<String> countings,
    Range latency,
    Range network,
    Range preparation,
    boolean kill,
    boolean together) {
  static final String USAGE =
      "quota [--rpm 60[,1000…]] [--configured 60] [--minutes 3] [--counting sliding|bucket|minute|all] [--together]"
          + " [--latency 50..2000] [--network 0..200] [--preparation 20..500] [--kill]";

  /** How much longer than a minute the server takes a call to count, as in its default. */
  static final Duration GUARD = Duration.ofMillis(250);

  private static final List<String> COUNTINGS = List.of("sliding", "bucket", "minute");

  /**
   * Reads the options: one for each limit that is named.
   *
   * @throws IllegalArgumentException if they are not understood; its message is for the user
   */
  static List<QuotaSettings> readAll(List<String> options) {
    int value = options.lastIndexOf("--rpm") + 1;
    if (value == 0 || value == options.size()) {
      return List.of(read(options));
    }
    return Stream.of(options.get(value).split(",", -1))
        .map(rpm -> {
          var own = new ArrayList<>(options);
          own.set(value, rpm);
          return read(own);
        })
        .toList();
  }

  /**
   * Reads the options, of which one limit at most is named.
   *
   * @throws IllegalArgumentException if they are not understood; its message is for the user
   */
  static QuotaSettings read(List<String> options) {
    var settings =
        new QuotaSettings(
            60,
            0,
            3,
            List.of("sliding"),
            new Range(50, 2000),
            new Range(0, 200),
            new Range(20, 500),
            false,
            false);
    Deque<String> left = new ArrayDeque<>(options);
    while (!left.isEmpty()) {
      String option = left.pop();
      settings =
          switch (option) {
            case "--kill" -> settings.killing();
            case "--together" -> settings.atOnce();
            default -> settings.with(option, value(option, left.poll()));
          };
    }
    return settings;
  }

  /** The limit that the server is told. */
  int told() {
    return configured == 0 ? rpm : configured;
  }

  /**
   * How many refusals teach a server that is told too much: those under way when the first comes.
   */
  int lessons() {
    return told() > rpm ? 3 : 0;
  }

  /** So many that some are left when the time is over. */
  int pictures() {
    return rpm * (minutes + 1) + 20;
  }

  /** A call every so often. */
  Duration interval() {
    return Duration.ofMinutes(1).plus(GUARD).dividedBy(rpm);
  }

  Duration measured() {
    return Duration.ofMinutes(minutes);
  }

  static int number(String option, String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          "%s needs a whole number, not '%s'".formatted(option, text));
    }
  }

  private QuotaSettings with(String option, String value) {
    return switch (option) {
      case "--rpm" ->
          of(positive(option, value), minutes, countings, latency, network, preparation);
      case "--configured" -> toldOf(positive(option, value));
      case "--minutes" ->
          of(rpm, positive(option, value), countings, latency, network, preparation);
      case "--counting" -> of(rpm, minutes, countings(value), latency, network, preparation);
      case "--latency" ->
          of(rpm, minutes, countings, Range.of(option, value), network, preparation);
      case "--network" ->
          of(rpm, minutes, countings, latency, Range.of(option, value), preparation);
      case "--preparation" ->
          of(rpm, minutes, countings, latency, network, Range.of(option, value));
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private QuotaSettings of(
      int limit, int time, List<String> ways, Range answers, Range travel, Range preparing) {
    return new QuotaSettings(
        limit, configured, time, ways, answers, travel, preparing, kill, together);
  }

  private QuotaSettings toldOf(int limit) {
    return new QuotaSettings(
        rpm, limit, minutes, countings, latency, network, preparation, kill, together);
  }

  private QuotaSettings killing() {
    return new QuotaSettings(
        rpm, configured, minutes, countings, latency, network, preparation, true, together);
  }

  private QuotaSettings atOnce() {
    return new QuotaSettings(
        rpm, configured, minutes, countings, latency, network, preparation, kill, true);
  }

  private static String value(String option, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value, or is unknown");
    }
    return value;
  }

  private static int positive(String option, String value) {
    int number = number(option, value);
    if (number < 1) {
      throw new IllegalArgumentException(option + " is at least 1");
    }
    return number;
  }

  private static List<String> countings(String value) {
    if (value.equals("all")) {
      return COUNTINGS;
    }
    if (!COUNTINGS.contains(value)) {
      throw new IllegalArgumentException("--counting is one of " + COUNTINGS + " or all");
    }
    return List.of(value);
  }
}
