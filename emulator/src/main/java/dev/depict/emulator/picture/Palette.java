package dev.depict.emulator.picture;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The colours of a picture by name, as found on a grid of pixels. */
final class Palette {
  private static final int GRID = 48;
  private static final int MOST = 3;

  /** What fewer pixels than one in this many have is not worth a word. */
  private static final int RARE = 20;

  private Palette() {}

  /** The most frequent names first; at least one, at most three. */
  static List<String> of(BufferedImage image) {
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        int rgb =
            image.getRGB(
                (2 * column + 1) * image.getWidth() / (2 * GRID),
                (2 * row + 1) * image.getHeight() / (2 * GRID));
        counts.merge(ColourName.of(rgb), 1, Integer::sum);
      }
    }
    Comparator<Map.Entry<String, Integer>> mostFirst =
        Map.Entry.<String, Integer>comparingByValue().reversed();
    return counts.entrySet().stream()
        .sorted(mostFirst.thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .filter(found -> found.getValue() * RARE >= GRID * GRID)
        .map(Map.Entry::getKey)
        .toList();
  }
}
