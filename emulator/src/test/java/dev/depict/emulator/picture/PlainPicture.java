package dev.depict.emulator.picture;

import java.awt.image.BufferedImage;

/** A black picture, without any number in it. */
public final class PlainPicture {
  private PlainPicture() {}

  public static byte[] png(int width, int height) {
    return ImageBytes.png(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
  }

  public static byte[] jpeg(int width, int height) {
    return ImageBytes.jpeg(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
  }
}
