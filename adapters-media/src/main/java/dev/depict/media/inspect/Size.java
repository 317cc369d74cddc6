package dev.depict.media.inspect;

/**
 * Width and height in pixels as the file states them, not yet checked.
 *
 * @param width may be zero in a damaged file
 * @param height may be zero in a damaged file
 */
record Size(long width, long height) {
  long pixels() {
    return width * height;
  }

  @Override
  public String toString() {
    return width + " × " + height;
  }
}
