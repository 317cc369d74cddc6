package dev.depict.gemini.model;

import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.quota.ImageTokens;

/** How a model counts the tokens of a picture. */
public enum PictureCounting {
  /** By tiles, as the 2.x models do. */
  TILED {
    @Override
    long tokens(int width, int height, MediaResolution resolution) {
      return ImageTokens.tiled(width, height);
    }
  },
  /** By media resolution alone, as the 3.x models do. */
  BY_RESOLUTION {
    @Override
    long tokens(int width, int height, MediaResolution resolution) {
      return ImageTokens.byResolution(resolution);
    }
  },
  /** Nobody knows; the greater of both. */
  UNKNOWN {
    @Override
    long tokens(int width, int height, MediaResolution resolution) {
      return Math.max(ImageTokens.tiled(width, height), ImageTokens.byResolution(resolution));
    }
  };

  abstract long tokens(int width, int height, MediaResolution resolution);
}
