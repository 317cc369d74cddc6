package dev.depict.media.prepare;

import java.util.HashSet;
import java.util.Set;

/** Tells drawings from photographs. */
final class ColourCount {
  private ColourCount() {}

  /** Whether a picture has no more colours than this; a photograph is told after a few rows. */
  static boolean atMost(int limit, int[] pixels) {
    Set<Integer> colours = new HashSet<>();
    int last = 0;
    for (int pixel : pixels) {
      if (pixel != last || colours.isEmpty()) {
        colours.add(pixel);
        last = pixel;
        if (colours.size() > limit) {
          return false;
        }
      }
    }
    return true;
  }
}
