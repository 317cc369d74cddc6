package dev.depict.media.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How much of a picture has a colour.
 *
 * @param percent of the area, 1 to 100
 */
record ColourShare(Colour colour, int percent) {
  private static final int NOTABLE_PERCENT = 8;
  private static final int MOST = 3;

  /** The dominant colours, largest area first; at least one, at most three. */
  static List<ColourShare> of(int[] pixels) {
    Map<Colour, Integer> counts = Palette.count(pixels);
    List<ColourShare> shares = new ArrayList<>();
    counts.forEach((colour, count) ->
        shares.add(new ColourShare(colour, (int) Math.round(100.0 * count / pixels.length))));
    shares.sort(Comparator.comparingInt(ColourShare::percent).reversed());
    List<ColourShare> notable =
        shares.stream().filter(share -> share.percent >= NOTABLE_PERCENT).limit(MOST).toList();
    return notable.isEmpty() ? List.of(shares.getFirst()) : notable;
  }
}
