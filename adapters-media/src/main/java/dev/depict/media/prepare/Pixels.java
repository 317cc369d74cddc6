package dev.depict.media.prepare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Brings decoded pictures, of whatever layout, to {@code INT_RGB} or {@code INT_ARGB} in sRGB. */
final class Pixels {
  private Pixels() {}

  static BufferedImage toSrgb(BufferedImage image) {
    if (isPlain(image)) {
      return image;
    }
    if (isGray(image)) {
      return spread(image);
    }
    var plain = like(image, image.getWidth(), image.getHeight());
    draw(image, plain);
    return plain;
  }

  /** An empty picture that can hold the transparency of another. */
  static BufferedImage like(BufferedImage image, int width, int height) {
    boolean alpha = image.getColorModel().hasAlpha();
    return new BufferedImage(
        width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }

  /** The picture on white paper. */
  static BufferedImage onWhite(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.dispose();
    draw(image, opaque);
    return opaque;
  }

  /** The pixels of a picture made here, one {@code int} each, row by row. */
  static int[] data(BufferedImage plain) {
    return ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
  }

  private static void draw(BufferedImage from, BufferedImage to) {
    Graphics2D graphics = to.createGraphics();
    graphics.drawImage(from, 0, 0, null);
    graphics.dispose();
  }

  private static boolean isPlain(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_INT_RGB
        || image.getType() == BufferedImage.TYPE_INT_ARGB;
  }

  private static boolean isGray(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  /**
   * Gray to RGB, value by value. The platform would take the values as linear light and make the
   * picture paler than every viewer shows it.
   */
  private static BufferedImage spread(BufferedImage image) {
    var plain = like(image, image.getWidth(), image.getHeight());
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int excess = image.getColorModel().getComponentSize(0) - 8;
    int width = image.getWidth();
    int[] samples = new int[width * bands];
    int[] target = data(plain);
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        int gray = eightBits(samples[x * bands], excess);
        int alpha = bands > 1 ? eightBits(samples[x * bands + 1], excess) : 0xFF;
        target[y * width + x] = alpha << 24 | gray * 0x010101;
      }
    }
    return plain;
  }

  private static int eightBits(int sample, int excess) {
    return excess >= 0 ? sample >> excess : sample * 255 / ((1 << (8 + excess)) - 1);
  }
}
