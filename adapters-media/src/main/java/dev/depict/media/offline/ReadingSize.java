package dev.depict.media.offline;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import net.coobird.thumbnailator.resizers.Resizers;

/** Enlarges small pictures: Tesseract reads letters best from about 30 pixels of height on. */
final class ReadingSize {
  private static final int TWICE_BELOW = 1400;
  private static final int THRICE_BELOW = 700;

  private ReadingSize() {}

  static GrayPicture of(GrayPicture gray) {
    int longer = Math.max(gray.width(), gray.height());
    int factor = longer < THRICE_BELOW ? 3 : longer < TWICE_BELOW ? 2 : 1;
    return factor == 1 ? gray : enlarge(gray, factor);
  }

  private static GrayPicture enlarge(GrayPicture gray, int factor) {
    int width = gray.width() * factor;
    int height = gray.height() * factor;
    var small = new BufferedImage(gray.width(), gray.height(), BufferedImage.TYPE_BYTE_GRAY);
    small.getRaster().setDataElements(0, 0, gray.width(), gray.height(), gray.pixels());
    var large = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Resizers.BICUBIC.resize(small, large);
    return new GrayPicture(
        width, height, ((DataBufferByte) large.getRaster().getDataBuffer()).getData());
  }
}
