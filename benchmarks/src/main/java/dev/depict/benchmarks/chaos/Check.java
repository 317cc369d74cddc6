package dev.depict.benchmarks.chaos;

import java.util.List;

/** A rule that a run has to keep. */
interface Check {
  /** The rule, in a few words. */
  String rule();

  /** What broke it, one line each; none when it was kept. */
  List<String> violations(Evidence evidence);

  /** All rules. */
  static List<Check> all() {
    return List.of(
        new EveryTaskEnds(),
        new EveryEndIsDue(),
        new EveryCallIsWrittenDown(),
        new EveryOutcomeIsUnderstood(),
        new NoQuestionTwiceAtOnce(),
        new NoCallBeyondTheLimit(),
        new NoCallOfAParkedKey(),
        new EveryMicroDollarIsBooked(),
        new TheDataAgree());
  }
}
