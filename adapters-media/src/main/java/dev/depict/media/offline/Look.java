package dev.depict.media.offline;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What can be measured in the pixels of a prepared picture.
 *
 * @param gray for reading text
 */
record Look(
    List<ColourShare> colours, Brightness brightness, Sharpness sharpness, GrayPicture gray) {

  /** Decodes and measures; for platform threads. */
  static Look at(byte[] prepared) {
    BufferedImage image = decode(prepared);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
    var gray = new GrayPicture(width, height, gray(pixels));
    return new Look(
        ColourShare.of(pixels), Brightness.of(gray), Sharpness.of(gray), ReadingSize.of(gray));
  }

  private static BufferedImage decode(byte[] prepared) {
    try {
      // Closed by the reader; in memory, where a plain stream would go through a temporary file.
      var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(prepared));
      BufferedImage decoded = ImageIO.read(input);
      if (decoded == null) {
        throw new IOException("no decoder for a prepared picture");
      }
      return onWhite(decoded);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot decode a prepared picture", e);
    }
  }

  private static BufferedImage onWhite(BufferedImage decoded) {
    var opaque =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(decoded, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }

  /** Luma as ITU-R BT.601 weighs it. */
  private static byte[] gray(int[] pixels) {
    byte[] gray = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      gray[i] =
          (byte) ((299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000);
    }
    return gray;
  }
}
