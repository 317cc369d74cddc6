package dev.depict.application.port.out;

/**
 * A place in the event log of one database.
 *
 * @param database tells databases apart; positions of another one mean nothing here
 * @param sequence position of the last event seen, 0 before the first
 */
public record EventPosition(long database, long sequence) {
  /** The position after the event with the given sequence, in the same database. */
  public EventPosition at(long newSequence) {
    return new EventPosition(database, newSequence);
  }
}
