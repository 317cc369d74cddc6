package dev.depict.media.inspect;

import dev.depict.application.port.out.ImageInspector;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;

/**
 * Reads format and size from the structure of the file, microseconds for a small picture. Immutable
 * and so safe for concurrent use; usable on any thread, for it touches no native code.
 */
public final class PictureInspector implements ImageInspector {
  private final MediaLimits limits;

  public PictureInspector(MediaLimits limits) {
    this.limits = limits;
  }

  @Override
  public Media inspect(byte[] content) {
    if (content.length == 0) {
      throw Rejections.empty();
    }
    if (content.length > limits.maxBytes()) {
      throw Rejections.tooManyBytes(content.length, limits.maxBytes());
    }
    var bytes = new Bytes(content);
    Kind kind = Kind.of(bytes).orElseThrow(() -> Rejections.unknown(bytes));
    Size size = measure(kind, bytes);
    check(kind, size);
    return new Media(
        MediaDigest.of(content),
        kind.format(),
        content.length,
        (int) size.width(),
        (int) size.height());
  }

  private static Size measure(Kind kind, Bytes bytes) {
    try {
      return kind.measure(bytes);
    } catch (Damaged damage) {
      throw Rejections.damaged(kind.format(), damage);
    }
  }

  private void check(Kind kind, Size size) {
    if (!kind.decodable()) {
      throw Rejections.undecodable(kind.format(), size);
    }
    if (size.width() < 1 || size.height() < 1) {
      throw Rejections.noPixels(kind.format(), size);
    }
    if (Math.max(size.width(), size.height()) > limits.maxSide()) {
      throw Rejections.sideTooLong(kind.format(), size, limits.maxSide());
    }
    if (size.pixels() > limits.maxPixels()) {
      throw Rejections.tooManyPixels(kind.format(), size, limits.maxPixels());
    }
  }
}
