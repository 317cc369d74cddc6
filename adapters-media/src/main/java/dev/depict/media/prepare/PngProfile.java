package dev.depict.media.prepare;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** The colour profile of a PNG, which the platform's decoder passes over. */
final class PngProfile {
  private static final int CHUNK = 0x69434350; // "iCCP"
  private static final int MAX_NAME = 79;

  /** Profiles of screens have some kilobytes; what inflates to more is left alone. */
  private static final int MAX_PROFILE = 1024 * 1024;

  private PngProfile() {}

  /**
   * Turns the colours of an {@code INT_RGB} or {@code INT_ARGB} picture into sRGB, in place. Does
   * nothing when the file names no profile for RGB, or a broken one.
   */
  static void apply(byte[] png, BufferedImage image) {
    profile(png).ifPresent(profile -> convert(image, profile));
  }

  private static void convert(BufferedImage image, ICC_Profile profile) {
    WritableRaster all = image.getRaster();
    WritableRaster colours =
        all.createWritableChild(0, 0, all.getWidth(), all.getHeight(), 0, 0, new int[] {0, 1, 2});
    ICC_Profile standard = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    new ColorConvertOp(new ICC_Profile[] {profile, standard}, null).filter(colours, colours);
  }

  private static Optional<ICC_Profile> profile(byte[] png) {
    ByteBuffer chunks = ByteBuffer.wrap(png).position(8);
    while (chunks.remaining() >= 12) {
      int length = chunks.getInt();
      int type = chunks.getInt();
      if (length < 0 || length + 4 > chunks.remaining()) {
        break;
      }
      if (type == CHUNK) {
        return parse(png, chunks.position(), length);
      }
      chunks.position(chunks.position() + length + 4);
    }
    return Optional.empty();
  }

  /** A name that ends with a zero, the method of compression, the profile. */
  private static Optional<ICC_Profile> parse(byte[] png, int from, int length) {
    int at = from;
    while (at < from + Math.min(length, MAX_NAME) && png[at] != 0) {
      at++;
    }
    int data = at + 2;
    var compressed = new ByteArrayInputStream(png, data, Math.max(0, from + length - data));
    try (var inflated = new InflaterInputStream(compressed)) {
      ICC_Profile profile = ICC_Profile.getInstance(inflated.readNBytes(MAX_PROFILE));
      return Optional.of(profile).filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_RGB);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
