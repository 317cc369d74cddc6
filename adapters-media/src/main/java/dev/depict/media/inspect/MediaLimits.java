package dev.depict.media.inspect;

/**
 * The largest picture that is taken.
 *
 * @param maxBytes length of the file in bytes
 * @param maxPixels width times height
 * @param maxSide the longer side in pixels
 */
public record MediaLimits(long maxBytes, long maxPixels, int maxSide) {
  private static final long MIB = 1024 * 1024;

  /** 20 MiB, which a provider takes inline; 100 megapixels; sides up to 65 500. */
  public static final MediaLimits DEFAULT = new MediaLimits(20 * MIB, 100_000_000, 65_500);

  public MediaLimits {
    if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
      throw new IllegalArgumentException(
          "limits of pictures are at least 1, not %d bytes, %d pixels and a side of %d"
              .formatted(maxBytes, maxPixels, maxSide));
    }
  }
}
