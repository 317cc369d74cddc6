package dev.depict.gemini.model;

/**
 * How many input tokens a model really counts for one that the published formulas count: the mean
 * over about the last {@value #MEMORY} answers, with the formulas' own word counted as {@value
 * #PRIOR} answers more. Safe for concurrent use.
 */
public final class TokenCorrection {
  private static final double MEMORY = 100;
  private static final double PRIOR = 2;
  private static final double MOST = 8;

  private double answers;
  private double expected;
  private double counted;

  /** Learns from one answer. */
  public synchronized void learn(long formula, long real) {
    if (formula > 0 && real > 0) {
      double kept = 1 - 1 / MEMORY;
      answers = answers * kept + 1;
      expected = expected * kept + formula;
      counted = counted * kept + real;
    }
  }

  /** What the formulas' count is to be multiplied by. */
  public synchronized double factor() {
    if (answers == 0) {
      return 1;
    }
    double prior = PRIOR * expected / answers;
    return Math.clamp((counted + prior) / (expected + prior), 1 / MOST, MOST);
  }
}
