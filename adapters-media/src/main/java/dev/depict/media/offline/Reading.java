package dev.depict.media.offline;

/** What came of looking for text. */
sealed interface Reading {
  /**
   * @param text line by line, not blank
   * @param cut whether there was more than is kept
   */
  record Text(String text, boolean cut) implements Reading {}

  /** Looked, and found none. */
  record NoText() implements Reading {}

  /** The program is not on this machine. */
  record NotInstalled() implements Reading {}

  /**
   * @param why a clause for people
   */
  record Failed(String why) implements Reading {}
}
