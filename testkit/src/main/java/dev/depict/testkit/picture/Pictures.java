package dev.depict.testkit.picture;

import java.nio.ByteBuffer;

/** Real PNG pictures, each number another one, the same bytes in each run. */
public final class Pictures {
  private static final int SIDE = 4;

  /** A private, ancillary, copy-safe chunk type, which every reader passes over. */
  private static final String PADDING = "paDd";

  private Pictures() {}

  /** A picture of 4 × 4 pixels in one colour; about 80 bytes. */
  public static byte[] png(int number) {
    return png(number, SIDE, SIDE);
  }

  /** A picture in one colour. */
  public static byte[] png(int number, int width, int height) {
    return writer(number, width, height).end();
  }

  /**
   * A picture of 4 × 4 pixels that is exactly so many bytes long.
   *
   * @param length at least 128
   */
  public static byte[] padded(int number, int length) {
    PngWriter writer = writer(number, SIDE, SIDE);
    int padding = length - writer.length() - 2 * PngWriter.CHUNK_OVERHEAD;
    writer.chunk(PADDING, new byte[padding]);
    return writer.end();
  }

  private static PngWriter writer(int number, int width, int height) {
    PngWriter writer = new PngWriter(width, height);
    ByteBuffer rows = ByteBuffer.allocate(height * (1 + 3 * width));
    for (int row = 0; row < height; row++) {
      rows.put((byte) 0);
      for (int column = 0; column < width; column++) {
        // The high byte goes into the first pixel, so that all 2^32 numbers differ.
        int red = row == 0 && column == 0 ? (number >>> 24) ^ (number >>> 16) : number >>> 16;
        rows.put((byte) red).put((byte) (number >>> 8)).put((byte) number);
      }
    }
    writer.pixels(rows.array());
    return writer;
  }
}
