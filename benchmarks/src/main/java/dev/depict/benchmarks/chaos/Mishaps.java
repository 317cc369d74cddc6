package dev.depict.benchmarks.chaos;

import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How often calls go wrong, and how. */
final class Mishaps {
  /** Of a hundred calls so many. */
  private record Rate(Fault fault, int percent) {}

  private static final List<Rate> RATES =
      List.of(
          new Rate(Fault.UNAVAILABLE, 5),
          new Rate(Fault.RESET_AFTER_READING, 2),
          new Rate(Fault.HANG, 2),
          new Rate(Fault.BAD_JSON, 2),
          new Rate(Fault.MAX_TOKENS, 1),
          new Rate(Fault.PROMPT_BLOCKED, 1));

  private Mishaps() {}

  /** Each fault is drawn for the calls that those before it left. */
  static void plan(Faults faults) {
    double left = 100;
    for (Rate rate : RATES) {
      faults.randomly(rate.percent / left, rate.fault);
      left -= rate.percent;
    }
  }

  static String describe() {
    return RATES.stream()
        .map(rate -> rate.percent + " % " + rate.fault.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
