package dev.depict.benchmarks.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is tried.
 *
 * @param pictures one task for each
 * @param rpm configured for each of the two models, at first also kept by the provider
 * @param seed of what goes wrong and of all delays
 * @param isShort whether one model's limit is lowered and the server killed once, instead of twice
 */
record ChaosSettings(int pictures, int rpm, long seed, boolean isShort) {
  static final String USAGE = "chaos [--short] [--pictures 2000] [--rpm 200] [--seed 1]";

  /** Longest time of one call, told to the server: what hangs is given up then. */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

  /**
   * How much longer than a minute the server takes a call to count. More than its default: here the
   * provider shares a machine with the server, and may count late what was sent in time.
   */
  static final Duration GUARD = Duration.ofSeconds(2);

  /** From sending to being counted, at most. */
  static final Duration NETWORK = Duration.ofMillis(50);

  static final Duration QUICKEST_ANSWER = Duration.ofMillis(50);
  static final Duration SLOWEST_ANSWER = Duration.ofSeconds(2);

  /** Asked when a task names none. */
  static final String FIRST_MODEL = "gemini-3.5-flash-lite";

  /** Named by every second task. */
  static final String SECOND_MODEL = "gemini-3.8-flash";

  static final List<String> MODELS = List.of(FIRST_MODEL, SECOND_MODEL);

  private static final ChaosSettings LONG = new ChaosSettings(2_000, 200, 1, false);
  private static final ChaosSettings SHORT = new ChaosSettings(150, 90, 1, true);

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if they are not understood; its message is for the user
   */
  static ChaosSettings read(List<String> options) {
    Deque<String> left = new ArrayDeque<>(options);
    ChaosSettings settings = left.remove("--short") ? SHORT : LONG;
    while (!left.isEmpty()) {
      String option = left.pop();
      if (left.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value, or is unknown");
      }
      settings = settings.with(option, number(option, left.pop()));
    }
    return settings;
  }

  private ChaosSettings with(String option, int value) {
    return switch (option) {
      case "--pictures" -> new ChaosSettings(value, rpm, seed, isShort);
      case "--rpm" -> new ChaosSettings(pictures, value, seed, isShort);
      case "--seed" -> new ChaosSettings(pictures, rpm, value, isShort);
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private static int number(String option, String text) {
    try {
      int number = Integer.parseUnsignedInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "%s needs a whole number of at least 1, not '%s'".formatted(option, text));
  }

  /** The model that a picture's task is to be answered by. */
  static String model(int picture) {
    return MODELS.get(picture % MODELS.size());
  }

  void print() {
    System.out.printf(
        "chaos: %,d pictures, half of them for %s, half for %s, %d requests a minute each; seed"
            + " %d%nprovider: answers after %d to %d ms, counted up to %d ms after sending;"
            + " %s%nserver: calls time out after %d s, guard %d ms%n",
        pictures,
        FIRST_MODEL,
        SECOND_MODEL,
        rpm,
        seed,
        QUICKEST_ANSWER.toMillis(),
        SLOWEST_ANSWER.toMillis(),
        NETWORK.toMillis(),
        Mishaps.describe(),
        CALL_TIMEOUT.toSeconds(),
        GUARD.toMillis());
  }
}
