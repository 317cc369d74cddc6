package dev.depict.media.prepare;

import dev.depict.domain.media.MediaFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts the EXIF block, which is a small TIFF file, out of a picture.
 *
 * <p>Only this block is parsed: the other metadata are never needed, and some of them inflate.
 */
final class ExifBlock {
  private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int JPEG_APP1 = 0xE1;
  private static final int JPEG_START_OF_SCAN = 0xDA;
  private static final int PNG_EXIF = 0x65584966; // "eXIf"
  private static final int WEBP_EXIF = 0x46495845; // "EXIF", little-endian

  private ExifBlock() {}

  static Optional<byte[]> in(MediaFormat format, byte[] content) {
    return switch (format) {
      case JPEG -> inJpeg(content);
      case PNG -> inChunks(content, ByteOrder.BIG_ENDIAN);
      case WEBP -> inChunks(content, ByteOrder.LITTLE_ENDIAN);
      case TIFF -> Optional.of(content);
      case GIF, BMP, HEIC, HEIF -> Optional.empty();
    };
  }

  private static Optional<byte[]> inJpeg(byte[] content) {
    int at = 2;
    while (at + 4 <= content.length && (content[at] & 0xFF) == 0xFF) {
      int marker = content[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      int end = at + 2 + (((content[at + 2] & 0xFF) << 8) | (content[at + 3] & 0xFF));
      if (marker == JPEG_START_OF_SCAN || end > content.length) {
        break;
      }
      if (marker == JPEG_APP1 && hasPreamble(content, at + 4, end)) {
        return Optional.of(Arrays.copyOfRange(content, at + 4 + PREAMBLE.length, end));
      }
      at = end;
    }
    return Optional.empty();
  }

  /** PNG: length, type, data, checksum. WebP: type, length, data, filled up to an even length. */
  private static Optional<byte[]> inChunks(byte[] content, ByteOrder order) {
    boolean webp = order == ByteOrder.LITTLE_ENDIAN;
    ByteBuffer file = ByteBuffer.wrap(content).order(order).position(webp ? 12 : 8);
    while (file.remaining() >= 8) {
      int first = file.getInt();
      int second = file.getInt();
      int type = webp ? first : second;
      int length = webp ? second : first;
      if (length < 0 || length > file.remaining()) {
        break;
      }
      int start = file.position();
      if (type == PNG_EXIF || type == WEBP_EXIF) {
        int skip = hasPreamble(content, start, start + length) ? PREAMBLE.length : 0;
        return Optional.of(Arrays.copyOfRange(content, start + skip, start + length));
      }
      file.position(Math.min(file.limit(), start + length + (webp ? (length & 1) : 4)));
    }
    return Optional.empty();
  }

  private static boolean hasPreamble(byte[] content, int from, int end) {
    return end - from >= PREAMBLE.length
        && Arrays.equals(content, from, from + PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
  }
}
