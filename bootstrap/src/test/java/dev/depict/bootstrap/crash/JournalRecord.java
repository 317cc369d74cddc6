package dev.depict.bootstrap.crash;

/**
 * One change of a file as the preloaded library noted it.
 *
 * @param begin where the record begins in the journal
 * @param path relative to the data folder; empty for the folder itself
 * @param other the new name after a renaming; for a removal the file that keeps the old content
 * @param position of a write; of a sync: length of the journal when it began
 * @param length of a write; of the file after a truncation
 * @param oldSize of the file before
 * @param old the bytes that were at the position
 */
record JournalRecord(
    long begin,
    char kind,
    String path,
    String other,
    long position,
    long length,
    long oldSize,
    byte[] old) {
  static final char WRITE = 'W';
  static final char TRUNCATE = 'T';
  static final char CREATE = 'C';
  static final char RENAME = 'R';
  static final char UNLINK = 'U';
  static final char FOLDER = 'M';
  static final char SYNC = 'S';

  /** Whether the content of a file changes, and not a name in a folder. */
  boolean isContent() {
    return kind == WRITE || kind == TRUNCATE;
  }

  /** What has to be synced to keep the change. */
  String durableBy() {
    if (isContent()) {
      return path;
    }
    String name = kind == RENAME ? other : path;
    return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
  }
}
