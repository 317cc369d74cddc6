package dev.depict.media.offline;

import dev.depict.application.port.out.PreparedImage;
import java.util.Locale;

/**
 * The size of the original as it is looked at, upright.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Shape(int width, int height) {
  static Shape of(PreparedImage image) {
    boolean lies = image.capture().orientation() >= 5;
    int width = image.original().width();
    int height = image.original().height();
    return lies ? new Shape(height, width) : new Shape(width, height);
  }

  /** One word, lower case. */
  String format() {
    return width > height ? "landscape" : width < height ? "portrait" : "square";
  }

  String headline() {
    return format().substring(0, 1).toUpperCase(Locale.ROOT) + format().substring(1);
  }

  String pixels() {
    return width + " × " + height;
  }
}
