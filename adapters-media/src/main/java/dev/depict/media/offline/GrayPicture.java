package dev.depict.media.offline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A picture in gray, one byte a pixel, row by row.
 *
 * @param pixels not copied; nobody changes them
 */
record GrayPicture(int width, int height, byte[] pixels) {
  /** As a PGM file, which any picture program reads without decoding. */
  byte[] pgm() {
    byte[] header = "P5\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(header, header.length + pixels.length);
    System.arraycopy(pixels, 0, file, header.length, pixels.length);
    return file;
  }
}
