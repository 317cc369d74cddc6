package dev.depict.benchmarks.estimate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is measured.
 *
 * @param model that answers
 * @param factor between the tokens it counts and those it publishes
 * @param noise how far single pictures are from that, as a share
 */
record EstimateSettings(String model, double factor, double noise) {
  static final String USAGE =
      "estimate [--model gemini-3.5-flash-lite] [--factor 1.13] [--noise 0.05]";

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if they are not understood; its message is for the user
   */
  static EstimateSettings read(List<String> options) {
    var settings = new EstimateSettings("gemini-3.5-flash-lite", 1.13, 0.05);
    Deque<String> left = new ArrayDeque<>(options);
    while (!left.isEmpty()) {
      String option = left.pop();
      if (left.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value, or is unknown");
      }
      settings = settings.with(option, left.pop());
    }
    return settings;
  }

  private EstimateSettings with(String option, String value) {
    return switch (option) {
      case "--model" -> new EstimateSettings(value, factor, noise);
      case "--factor" -> new EstimateSettings(model, number(option, value), noise);
      case "--noise" -> new EstimateSettings(model, factor, number(option, value));
      default -> throw new IllegalArgumentException("unknown option " + option);
    };
  }

  private static double number(String option, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException("%s needs a number, not '%s'".formatted(option, text));
    }
  }

  void print(int taught, int compared) {
    System.out.printf(
        "estimate: %s counts %.2f times the tokens it publishes, single pictures up to %.0f %% more"
            + " or less; %d pictures are answered, %d others are estimated before and between%n",
        model, factor, 100 * noise, taught, compared);
  }
}
