package dev.depict.emulator.wire;

/** How closely pictures are looked at, under the wire's names, and what the 3.x models count. */
public enum MediaResolution {
  MEDIA_RESOLUTION_UNSPECIFIED(1120),
  MEDIA_RESOLUTION_LOW(280),
  MEDIA_RESOLUTION_MEDIUM(560),
  MEDIA_RESOLUTION_HIGH(1120);

  private final int tokens;

  MediaResolution(int tokens) {
    this.tokens = tokens;
  }

  int tokens() {
    return tokens;
  }
}
