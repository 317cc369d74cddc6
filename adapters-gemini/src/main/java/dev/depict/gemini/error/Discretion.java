package dev.depict.gemini.error;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.question.Question;
import dev.depict.domain.task.Failure;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes out of a failure's words what must not be kept with it: the key, and the caller's own words
 * if the provider repeats them. What is left is at most {@value #LONGEST} characters.
 */
public final class Discretion {
  private static final int LONGEST = 2000;

  /** Shorter texts say nothing, and would be found everywhere. */
  private static final int SHORTEST = 8;

  private static final String GONE = "[…]";

  private final List<String> secrets;

  public Discretion(String key, Question question) {
    this.secrets =
        Stream.of(key, question.userPrompt(), question.contextText())
            .map(String::strip)
            .filter(secret -> secret.length() >= SHORTEST)
            .toList();
  }

  public Outcome apply(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> answered;
      case Outcome.Refused(var failure, var charge) ->
          new Outcome.Refused(discreet(failure), charge);
      case Outcome.Throttled(var failure, var violations, var delay) ->
          new Outcome.Throttled(discreet(failure), violations, delay);
      case Outcome.Unavailable(var failure, var charge) ->
          new Outcome.Unavailable(discreet(failure), charge);
    };
  }

  private Failure discreet(Failure failure) {
    String words = failure.words();
    for (String secret : secrets) {
      words = words.replace(secret, GONE);
    }
    return new Failure(failure.failureClass(), failure.code(), shortened(words));
  }

  private static String shortened(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    boolean inPair = Character.isHighSurrogate(words.charAt(LONGEST - 2));
    return words.substring(0, inPair ? LONGEST - 2 : LONGEST - 1) + "…";
  }
}
