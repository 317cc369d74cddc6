package dev.depict.media.prepare;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.resizers.Resizer;
import net.coobird.thumbnailator.resizers.Resizers;

/** Makes a picture small enough. Never enlarges. */
final class Fitting {
  private Fitting() {}

  static BufferedImage fit(BufferedImage image, int maxDimension) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    if (longer <= maxDimension) {
      return image;
    }
    BufferedImage fitted =
        Pixels.like(
            image,
            scaled(image.getWidth(), longer, maxDimension),
            scaled(image.getHeight(), longer, maxDimension));
    // Plain bilinear reads two by two pixels: below one half it would pass over some.
    Resizer resizer = longer < 2 * maxDimension ? Resizers.BILINEAR : Resizers.PROGRESSIVE;
    resizer.resize(image, fitted);
    return fitted;
  }

  private static int scaled(int side, int longer, int maxDimension) {
    return Math.max(1, (int) Math.round((double) side * maxDimension / longer));
  }
}
