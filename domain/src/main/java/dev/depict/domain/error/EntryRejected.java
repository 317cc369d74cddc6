package dev.depict.domain.error;

/** An entry of a batch cannot be used, and nothing of the batch was stored. */
public final class EntryRejected extends CallerMistake {
  private final int index;
  private final CallerMistake mistake;

  /**
   * @param index of the entry in its batch, from 0
   */
  public EntryRejected(int index, CallerMistake mistake) {
    super("requests[%d]: %s".formatted(index, mistake.getMessage()));
    this.index = index;
    this.mistake = mistake;
  }

  public int index() {
    return index;
  }

  public CallerMistake mistake() {
    return mistake;
  }
}
