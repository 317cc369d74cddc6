package dev.depict.domain.quota;

/**
 * What is asked of a limit per minute.
 *
 * @param tokens input tokens of one call
 * @param waiting how many calls wait that are as urgent as this one, this one included
 * @param urgent whether somebody waits for the answer
 */
public record Demand(long tokens, long waiting, boolean urgent) {
  /** Of one caller, when nobody else asks. */
  public static Demand alone(long tokens) {
    return new Demand(tokens, 1, true);
  }
}
