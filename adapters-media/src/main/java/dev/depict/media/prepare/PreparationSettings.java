package dev.depict.media.prepare;

/**
 * How pictures are prepared.
 *
 * @param maxDimension the longer side of the prepared picture in pixels; smaller ones are never
 *     enlarged
 * @param jpegQuality 1 to 100
 * @param maxPngBytes a picture that would be longer than this as PNG becomes a JPEG
 */
public record PreparationSettings(int maxDimension, int jpegQuality, int maxPngBytes) {
  /** The way of preparing itself; raised whenever the same settings give other pixels. */
  private static final int VERSION = 1;

  public static final PreparationSettings DEFAULT = new PreparationSettings(1920, 85, 512 * 1024);

  public PreparationSettings {
    if (maxDimension < 1 || jpegQuality < 1 || jpegQuality > 100 || maxPngBytes < 0) {
      throw new IllegalArgumentException(
          "a longer side of at least 1, a quality of 1 to 100 and a PNG of at least 0 bytes, not %d, %d and %d"
              .formatted(maxDimension, jpegQuality, maxPngBytes));
    }
  }

  /** Name and version, such as {@code max1920-jpeg85-1}; part of every question. */
  public String profile() {
    String png = maxPngBytes == DEFAULT.maxPngBytes() ? "" : "-png" + maxPngBytes;
    return "max%d-jpeg%d%s-%d".formatted(maxDimension, jpegQuality, png, VERSION);
  }
}
