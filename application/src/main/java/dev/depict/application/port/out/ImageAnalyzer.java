package dev.depict.application.port.out;

import dev.depict.domain.question.Question;

/**
 * Turns a picture into words. One call is at most one request to the provider. Safe for concurrent
 * use.
 */
public interface ImageAnalyzer {
  /** Who answers: {@code gemini}, {@code offline}. */
  String provider();

  /** How many calls under way at once, of one quota key, make sense; at least 1. */
  int concurrency();

  /**
   * Asks once and waits for the outcome, within a hard limit of its own. Called on a virtual
   * thread. Whatever the provider does is an {@link Outcome}; an exception is a defect of the
   * adapter.
   */
  Outcome analyze(PreparedImage image, Question question, Call call);

  /**
   * How to ask.
   *
   * @param model the model to ask
   * @param longer whether the answer may be twice as long as usual, because the last one was cut
   *     off
   * @param sent called once, as soon as the request has left this machine; not at all by an
   *     analyzer that sends nothing
   */
  record Call(String model, boolean longer, Runnable sent) {
    /** The first call to a model. */
    public static Call of(String model) {
      return new Call(model, false, () -> {});
    }
  }
}
