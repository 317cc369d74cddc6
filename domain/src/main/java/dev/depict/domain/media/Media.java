package dev.depict.domain.media;

/**
 * One picture, stored once under its digest, with the facts read from its bytes.
 *
 * @param bytes length of the file in bytes, at least 1
 * @param width pixels as stored in the file, before any orientation is applied, at least 1
 * @param height pixels as stored in the file, before any orientation is applied, at least 1
 */
public record Media(MediaDigest digest, MediaFormat format, long bytes, int width, int height) {
  public Media {
    if (bytes < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture has at least one byte and one pixel, not %d bytes and %d × %d"
              .formatted(bytes, width, height));
    }
  }
}
