package dev.depict.media.inspect;

import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.MediaRejected.Reason;
import dev.depict.domain.media.MediaFormat;
import java.util.Locale;

/** The words for each rejection: what it is, which value, which limit, what to do. */
final class Rejections {
  private Rejections() {}

  static MediaRejected empty() {
    return new MediaRejected(Reason.UNREADABLE, "the file is empty (0 bytes); send a picture");
  }

  static MediaRejected unknown(Bytes bytes) {
    return new MediaRejected(
        Reason.UNSUPPORTED,
        "the file (%d bytes) looks like %s; send JPEG, PNG, WebP, GIF, BMP or TIFF"
            .formatted(bytes.length(), Lookalike.words(bytes)));
  }

  static MediaRejected undecodable(MediaFormat format, Size size) {
    return new MediaRejected(
        Reason.UNSUPPORTED,
        "this is a %1$s picture of %2$s pixels, and Java cannot decode %1$s; convert it to JPEG or PNG"
            .formatted(format, size));
  }

  static MediaRejected damaged(MediaFormat format, Damaged damage) {
    return new MediaRejected(
        Reason.UNREADABLE,
        "the %s picture is damaged or cut off: %s; send the whole file"
            .formatted(format, damage.getMessage()));
  }

  static MediaRejected noPixels(MediaFormat format, Size size) {
    return new MediaRejected(
        Reason.UNREADABLE,
        "the %s picture is damaged: it states a size of %s pixels; send the whole file"
            .formatted(format, size));
  }

  static MediaRejected tooManyBytes(long bytes, long limit) {
    return new MediaRejected(
        Reason.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "the file has %.1f MiB (%d bytes) and the limit is %.1f MiB (%d bytes); send a smaller copy",
            mebibytes(bytes),
            bytes,
            mebibytes(limit),
            limit));
  }

  static MediaRejected sideTooLong(MediaFormat format, Size size, int limit) {
    return new MediaRejected(
        Reason.TOO_LARGE,
        "the %s picture is %s pixels and the limit is %d on a side; send a smaller copy"
            .formatted(format, size, limit));
  }

  static MediaRejected tooManyPixels(MediaFormat format, Size size, long limit) {
    return new MediaRejected(
        Reason.TOO_LARGE,
        "the %s picture is %s, that is %d pixels, and the limit is %d; send a smaller copy"
            .formatted(format, size, size.pixels(), limit));
  }

  private static double mebibytes(long bytes) {
    return bytes / 1048576.0;
  }
}
