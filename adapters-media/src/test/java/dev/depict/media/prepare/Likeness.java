package dev.depict.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** How alike two pictures are. */
final class Likeness {
  private Likeness() {}

  /** Peak signal-to-noise ratio in decibels over red, green and blue. */
  static double decibels(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    double squares = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        var a = new Color(one.getRGB(x, y));
        var b = new Color(other.getRGB(x, y));
        squares +=
            Math.pow(a.getRed() - b.getRed(), 2)
                + Math.pow(a.getGreen() - b.getGreen(), 2)
                + Math.pow(a.getBlue() - b.getBlue(), 2);
      }
    }
    double mean = squares / (3.0 * one.getWidth() * one.getHeight());
    return mean == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255 * 255 / mean);
  }

  static void assertColour(int actual, int expected, int tolerance) {
    var a = new Color(actual);
    var b = new Color(expected);
    assertThat(
            Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(
                    Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue()))))
        .as("%s against %s", a, b)
        .isLessThanOrEqualTo(tolerance);
  }
}
