package dev.depict.domain.quota;

/**
 * What is asked of a limit per minute.
 *
 * @param tokens input tokens of one call
 * @param waiting how many calls wait that are as urgent as this one, this one included
 * @param urgent whether somebody waits for the answer
 */
public record Demand(long tokens, long waiting, boolean urgent) {
  /** The same as part of a backlog without end: it gets its turn and nothing at once. */
  public Demand inTurn() {
    return new Demand(tokens, Long.MAX_VALUE, urgent);
  }

  /** Of one caller, when nobody else asks. */
  public static Demand alone(long tokens) {
    return new Demand(tokens, 1, true);
  }
}
