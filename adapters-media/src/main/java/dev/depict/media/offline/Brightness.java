package dev.depict.media.offline;

/** How light a picture is on the whole. */
enum Brightness {
  VERY_DARK("very dark", "dark", 45),
  DARK("dark", "dark", 85),
  MEDIUM("of medium brightness", "medium brightness", 165),
  BRIGHT("bright", "bright", 225),
  VERY_BRIGHT("very bright", "bright", 256);

  private final String words;
  private final String keyword;
  private final int below;

  Brightness(String words, String keyword, int below) {
    this.words = words;
    this.keyword = keyword;
    this.below = below;
  }

  static Brightness of(GrayPicture picture) {
    long sum = 0;
    for (byte pixel : picture.pixels()) {
      sum += pixel & 0xFF;
    }
    long mean = sum / picture.pixels().length;
    Brightness[] steps = values();
    int step = 0;
    while (mean >= steps[step].below) {
      step++;
    }
    return steps[step];
  }

  String words() {
    return words;
  }

  String keyword() {
    return keyword;
  }
}
