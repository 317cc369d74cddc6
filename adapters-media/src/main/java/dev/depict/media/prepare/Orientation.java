package dev.depict.media.prepare;

import java.awt.image.BufferedImage;

/** The eight ways a camera may lie, named by where the stored first row and column belong. */
enum Orientation {
  TOP_LEFT,
  TOP_RIGHT,
  BOTTOM_RIGHT,
  BOTTOM_LEFT,
  LEFT_TOP,
  RIGHT_TOP,
  RIGHT_BOTTOM,
  LEFT_BOTTOM;

  /**
   * @param exif 1 to 8; anything else is upright
   */
  static Orientation of(int exif) {
    return exif >= 1 && exif <= 8 ? values()[exif - 1] : TOP_LEFT;
  }

  /** A copy that stands upright; the picture itself where it does already. */
  BufferedImage upright(BufferedImage image) {
    if (this == TOP_LEFT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage turned = Pixels.like(image, swaps() ? height : width, swaps() ? width : height);
    int[] from = Pixels.data(image);
    int[] to = Pixels.data(turned);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[place(x, y, width, height)] = from[y * width + x];
      }
    }
    return turned;
  }

  private boolean swaps() {
    return switch (this) {
      case TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT -> false;
      case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
    };
  }

  /** Index of a stored pixel in the upright picture. */
  private int place(int x, int y, int width, int height) {
    int right = width - 1 - x;
    int below = height - 1 - y;
    return switch (this) {
      case TOP_LEFT -> y * width + x;
      case TOP_RIGHT -> y * width + right;
      case BOTTOM_RIGHT -> below * width + right;
      case BOTTOM_LEFT -> below * width + x;
      case LEFT_TOP -> x * height + y;
      case RIGHT_TOP -> x * height + below;
      case RIGHT_BOTTOM -> right * height + below;
      case LEFT_BOTTOM -> right * height + y;
    };
  }
}
