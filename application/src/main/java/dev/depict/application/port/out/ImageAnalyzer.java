package dev.depict.application.port.out;

import dev.depict.domain.question.Question;

/**
 * Turns a picture into words. One call is at most one request to the provider. Safe for concurrent
 * use.
 */
public interface ImageAnalyzer {
  /** Who answers: {@code gemini}, {@code offline}. */
  String provider();

  /**
   * Asks once and waits for the outcome, within a hard limit of its own. Called on a virtual
   * thread. Whatever the provider does is an {@link Outcome}; an exception is a defect of the
   * adapter.
   *
   * @param model the model to ask
   */
  Outcome analyze(PreparedImage image, Question question, String model);
}
