package dev.depict.media.offline;

/**
 * How much fine detail a picture has, by the variance of its Laplacian (Pech-Pacheco et al., 2000).
 * Out of focus and empty look the same to it, so the words claim neither.
 */
enum Sharpness {
  NO_DETAIL("without fine detail", "no fine detail", 12),
  SOFT("soft in detail", "soft", 90),
  SHARP("sharp", "sharp", Double.MAX_VALUE);

  private final String words;
  private final String keyword;
  private final double below;

  Sharpness(String words, String keyword, double below) {
    this.words = words;
    this.keyword = keyword;
    this.below = below;
  }

  static Sharpness of(GrayPicture picture) {
    double variance = variance(picture);
    return variance < NO_DETAIL.below ? NO_DETAIL : variance < SOFT.below ? SOFT : SHARP;
  }

  private static double variance(GrayPicture picture) {
    byte[] pixels = picture.pixels();
    int width = picture.width();
    long sum = 0;
    long squares = 0;
    long count = 0;
    for (int y = 1; y < picture.height() - 1; y++) {
      for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
        int around =
            (pixels[at - 1] & 0xFF)
                + (pixels[at + 1] & 0xFF)
                + (pixels[at - width] & 0xFF)
                + (pixels[at + width] & 0xFF);
        int edge = around - 4 * (pixels[at] & 0xFF);
        sum += edge;
        squares += (long) edge * edge;
        count++;
      }
    }
    double mean = count == 0 ? 0 : (double) sum / count;
    return count == 0 ? 0 : (double) squares / count - mean * mean;
  }

  String words() {
    return words;
  }

  String keyword() {
    return keyword;
  }
}
