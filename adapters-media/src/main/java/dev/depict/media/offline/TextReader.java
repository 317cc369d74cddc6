package dev.depict.media.offline;

/** Reads the text in a picture. Safe for concurrent use. */
@FunctionalInterface
interface TextReader {
  /** Waits for the text. */
  Reading read(GrayPicture picture) throws InterruptedException;
}
