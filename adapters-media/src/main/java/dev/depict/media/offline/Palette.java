package dev.depict.media.offline;

import java.util.EnumMap;
import java.util.Map;

/** Names the colour of a pixel, by a table made once: five bits for each of red, green, blue. */
final class Palette {
  private static final Colour[] NEAREST = table();

  private Palette() {}

  /** How many pixels have each colour; in the order of {@link Colour}. */
  static Map<Colour, Integer> count(int[] pixels) {
    int[] bins = new int[NEAREST.length];
    for (int rgb : pixels) {
      bins[(rgb >> 9 & 0x7C00) | (rgb >> 6 & 0x3E0) | (rgb >> 3 & 0x1F)]++;
    }
    Map<Colour, Integer> counts = new EnumMap<>(Colour.class);
    for (int bin = 0; bin < bins.length; bin++) {
      if (bins[bin] > 0) {
        counts.merge(NEAREST[bin], bins[bin], Integer::sum);
      }
    }
    return counts;
  }

  private static Colour[] table() {
    Colour[] colours = Colour.values();
    double[][] labs = new double[colours.length][];
    for (int i = 0; i < colours.length; i++) {
      labs[i] = lab(colours[i].rgb());
    }
    Colour[] table = new Colour[1 << 15];
    for (int i = 0; i < table.length; i++) {
      table[i] = colours[nearest(lab(spread(i)), labs)];
    }
    return table;
  }

  /** Fifteen bits to twenty-four, so that the ends of the range stay ends. */
  private static int spread(int bits) {
    int red = bits >> 10;
    int green = bits >> 5 & 0x1F;
    int blue = bits & 0x1F;
    return (red * 255 / 31) << 16 | (green * 255 / 31) << 8 | blue * 255 / 31;
  }

  private static int nearest(double[] lab, double[][] labs) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < labs.length; i++) {
      double lightness = lab[0] - labs[i][0];
      double a = lab[1] - labs[i][1];
      double b = lab[2] - labs[i][2];
      // Hue tells more than lightness: a shaded red is a red.
      double distance = 0.6 * lightness * lightness + a * a + b * b;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** CIE 15:2004, white point D65. */
  private static double[] lab(int rgb) {
    double red = linear(rgb >> 16 & 0xFF);
    double green = linear(rgb >> 8 & 0xFF);
    double blue = linear(rgb & 0xFF);
    double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    double y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(int value) {
    double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double curve(double part) {
    return part > 0.008856 ? StrictMath.cbrt(part) : 7.787 * part + 16.0 / 116;
  }
}
