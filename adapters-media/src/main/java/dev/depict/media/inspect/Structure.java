package dev.depict.media.inspect;

/** Reads one format. Stateless. */
@FunctionalInterface
interface Structure {
  /**
   * Walks the file to its end and returns the size it states.
   *
   * @throws Damaged when the file is cut off or its structure does not hold
   */
  Size measure(Bytes bytes);
}
