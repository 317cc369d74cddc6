package dev.depict.gemini;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Failure;

/** Looks into outcomes. */
final class Ends {
  private Ends() {}

  static Outcome.Answered answered(Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      return answered;
    }
    throw new AssertionError("no answer but " + failure(outcome));
  }

  static Failure failure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> throw new AssertionError("an answer: " + answered);
      case Outcome.Refused refused -> refused.failure();
      case Outcome.Throttled throttled -> throttled.failure();
      case Outcome.Unavailable unavailable -> unavailable.failure();
    };
  }

  /** In one word. */
  static String charge(Outcome outcome) {
    return switch (outcome.charge()) {
      case Charge.NotSent _ -> "NOT_SENT";
      case Charge.Unknown _ -> "UNKNOWN";
      case Charge.Billed(Usage usage, var _, var _) ->
          usage.equals(Usage.NONE) ? "NOTHING" : "BILLED";
    };
  }
}
