package dev.depict.benchmarks.estimate;

/** Tokens of the prompts of some pictures, of their answers and thoughts, and what they cost. */
record Amount(long inputTokens, long outputTokens, long microDollars) {
  Amount minus(Amount other) {
    return new Amount(
        inputTokens - other.inputTokens,
        outputTokens - other.outputTokens,
        microDollars - other.microDollars);
  }

  /** Prints an estimate beside what came true. */
  void print(String what, Amount truth) {
    System.out.printf(
        "%-32s input tokens %,d, in truth %,d: %+.2f %%; output tokens %,d, in truth %,d: %+.0f %%;"
            + " dollars %.6f, in truth %.6f: %+.2f %%%n",
        what,
        inputTokens,
        truth.inputTokens,
        error(inputTokens, truth.inputTokens),
        outputTokens,
        truth.outputTokens,
        error(outputTokens, truth.outputTokens),
        microDollars / 1e6,
        truth.microDollars / 1e6,
        error(microDollars, truth.microDollars));
  }

  private static double error(long estimate, long truth) {
    return 100.0 * (estimate - truth) / truth;
  }
}
