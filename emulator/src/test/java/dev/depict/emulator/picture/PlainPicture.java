package dev.depict.emulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A picture without any number in it. */
public final class PlainPicture {
  private PlainPicture() {}

  public static byte[] png(int width, int height) {
    return ImageBytes.png(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
  }

  /** The upper two thirds of one colour, the rest of another. */
  public static byte[] png(int width, int height, Color upper, Color lower) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(upper);
    graphics.fillRect(0, 0, width, height * 2 / 3);
    graphics.setColor(lower);
    graphics.fillRect(0, height * 2 / 3, width, height);
    graphics.dispose();
    return ImageBytes.png(image);
  }

  public static byte[] jpeg(int width, int height) {
    return ImageBytes.jpeg(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
  }
}
