package dev.depict.emulator.picture;

import java.awt.Color;

/** The everyday name of a colour. */
final class ColourName {
  private static final float DARK = 0.2f;
  private static final float PALE = 0.15f;
  private static final float MIDDLE = 0.5f;
  private static final float BRIGHT = 0.8f;
  private static final int CIRCLE = 360;

  private ColourName() {}

  static String of(int rgb) {
    float[] hsb =
        Color.RGBtoHSB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, /* hsbvals= */ null);
    float brightness = hsb[2];
    if (brightness < DARK) {
      return "black";
    }
    if (hsb[1] < PALE) {
      return brightness > BRIGHT ? "white" : "gray";
    }
    return hue(Math.round(hsb[0] * CIRCLE), brightness);
  }

  private static String hue(int degrees, float brightness) {
    if (degrees >= 15 && degrees < 50) {
      return brightness < MIDDLE ? "brown" : "orange";
    }
    if (degrees < 15 || degrees >= 345) {
      return "red";
    }
    if (degrees < 70) {
      return "yellow";
    }
    if (degrees < 165) {
      return "green";
    }
    if (degrees < 255) {
      return "blue";
    }
    return degrees < 295 ? "purple" : "pink";
  }
}
