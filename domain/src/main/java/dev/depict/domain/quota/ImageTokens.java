package dev.depict.domain.quota;

import dev.depict.domain.question.MediaResolution;

/**
 * Input tokens that Gemini counts for one picture.
 *
 * <p>Source: the provider's "Understand and count tokens" and "Media resolution" pages. Sizes are
 * those of the picture as sent.
 */
public final class ImageTokens {
  private static final int SMALL_SIDE = 384;
  private static final int TOKENS_PER_TILE = 258;
  private static final int SMALLEST_UNIT = 256;
  private static final int LARGEST_UNIT = 768;

  private ImageTokens() {}

  /**
   * The 2.x models: one tile when both sides are at most 384 pixels, otherwise as many square tiles
   * as cover the picture, each {@code clamp(floor(min(w, h) / 1.5), 256, 768)} pixels wide.
   */
  public static long tiled(int width, int height) {
    if (width <= SMALL_SIDE && height <= SMALL_SIDE) {
      return TOKENS_PER_TILE;
    }
    long unit = Math.clamp((long) (Math.min(width, height) / 1.5), SMALLEST_UNIT, LARGEST_UNIT);
    return Math.ceilDiv(width, unit) * Math.ceilDiv(height, unit) * TOKENS_PER_TILE;
  }

  /** The 3.x models: a fixed count for each media resolution, whatever the size of the picture. */
  public static long byResolution(MediaResolution resolution) {
    return switch (resolution) {
      case LOW -> 280;
      case MEDIUM -> 560;
      case HIGH -> 1120;
    };
  }
}
