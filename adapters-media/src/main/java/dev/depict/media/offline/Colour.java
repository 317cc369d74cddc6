package dev.depict.media.offline;

import java.util.Locale;

/** The colours there are words for; each point of colour belongs to the nearest in CIELAB. */
enum Colour {
  BLACK(0x0A0A0A),
  DARK_GRAY(0x4A4A4A),
  GRAY(0x8A8A8A),
  LIGHT_GRAY(0xC8C8C8),
  WHITE(0xFFFFFF),
  RED(0xD62020),
  DARK_RED(0x7C1414),
  ORANGE(0xF08A1C),
  BROWN(0x6E4A2A),
  BEIGE(0xE6D6B4),
  YELLOW(0xF2DC2E),
  OLIVE(0x84842C),
  LIGHT_GREEN(0x9CD488),
  GREEN(0x3C9E3C),
  DARK_GREEN(0x1E4E26),
  TEAL(0x1E8C8C),
  TURQUOISE(0x48D0C8),
  SKY_BLUE(0x8CBEE8),
  BLUE(0x2A62D0),
  NAVY(0x16244E),
  PURPLE(0x7A3CA8),
  PINK(0xF094B8);

  private final int rgb;

  Colour(int rgb) {
    this.rgb = rgb;
  }

  int rgb() {
    return rgb;
  }

  /** As it stands in a sentence. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
