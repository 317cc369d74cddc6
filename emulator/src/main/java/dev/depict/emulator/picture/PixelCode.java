package dev.depict.emulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.OptionalInt;

/**
 * A number drawn into a picture as eight rows of eight dark or light blocks, so that the one who
 * gets the picture can tell which one it is. Survives JPEG and scaling as long as a block stays a
 * few pixels wide. Turned or mirrored, the number is not found: the picture arrived wrongly turned.
 */
public final class PixelCode {
  /** The shortest side a picture may have. */
  public static final int SHORTEST_SIDE = 32;

  private static final int BLOCKS = 8;
  private static final int SAMPLES = 4;
  private static final int THRESHOLD = 128;
  private static final int SHADES = 48;

  private PixelCode() {}

  /**
   * Draws a picture with that number in it.
   *
   * @param code not negative
   */
  public static BufferedImage draw(int code, int width, int height) {
    if (Math.min(width, height) < SHORTEST_SIDE) {
      throw new IllegalArgumentException(
          "a picture with a code is at least %d pixels wide and high, not %d x %d"
              .formatted(SHORTEST_SIDE, width, height));
    }
    long word = CodeWord.of(code);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int block = 0; block < BLOCKS * BLOCKS; block++) {
      int left = edge(block % BLOCKS, width);
      int top = edge(block / BLOCKS, height);
      graphics.setColor(shade((word >>> block & 1) == 1, code));
      graphics.fillRect(
          left,
          top,
          edge(block % BLOCKS + 1, width) - left,
          edge(block / BLOCKS + 1, height) - top);
    }
    graphics.dispose();
    return image;
  }

  /** The same as PNG. */
  public static byte[] png(int code, int width, int height) {
    return ImageBytes.png(draw(code, width, height));
  }

  /** The same as JPEG of quality 85. */
  public static byte[] jpeg(int code, int width, int height) {
    return ImageBytes.jpeg(draw(code, width, height));
  }

  /** The number drawn into a picture; empty when it holds none. */
  public static OptionalInt read(BufferedImage image) {
    if (image.getWidth() < BLOCKS || image.getHeight() < BLOCKS) {
      return OptionalInt.empty();
    }
    long word = 0;
    for (int block = 0; block < BLOCKS * BLOCKS; block++) {
      if (isLight(image, block % BLOCKS, block / BLOCKS)) {
        word |= 1L << block;
      }
    }
    return CodeWord.number(word);
  }

  /** The mean of some pixels around the middle of the block, away from its blurred edges. */
  private static boolean isLight(BufferedImage image, int column, int row) {
    long sum = 0;
    for (int y = 0; y < SAMPLES; y++) {
      for (int x = 0; x < SAMPLES; x++) {
        int rgb =
            image.getRGB(sample(column, x, image.getWidth()), sample(row, y, image.getHeight()));
        sum += luminance(rgb);
      }
    }
    return sum / (SAMPLES * SAMPLES) >= THRESHOLD;
  }

  private static int sample(int block, int number, int length) {
    double within = 0.3 + 0.4 * (number + 0.5) / SAMPLES;
    return (int) ((block + within) * length / BLOCKS);
  }

  private static int luminance(int rgb) {
    return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
  }

  private static int edge(int block, int length) {
    return (int) ((long) block * length / BLOCKS);
  }

  /** Tinted by the number, so that pictures of different numbers look different to people, too. */
  private static Color shade(boolean light, int code) {
    int base = light ? 255 - SHADES : 0;
    return new Color(base + code % SHADES, base + code / 7 % SHADES, base + code / 49 % SHADES);
  }
}
