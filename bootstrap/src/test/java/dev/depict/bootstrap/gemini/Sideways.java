package dev.depict.bootstrap.gemini;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A picture as a camera stores it that was held on its side: pixels turned, EXIF says how. */
final class Sideways {
  private static final int SEEN_TURNED_RIGHT = 6;

  private Sideways() {}

  /** A JPEG that shows the picture upright only to those who read its orientation. */
  static byte[] jpeg(BufferedImage upright) {
    try {
      var pixels = new ByteArrayOutputStream();
      ImageIO.write(turnedLeft(upright), "jpeg", pixels);
      byte[] plain = pixels.toByteArray();
      var file = new ByteArrayOutputStream();
      file.write(plain, 0, 2);
      segment(file, 0xE1, exif());
      segment(file, 0xFE, "a comment with a secret-name".getBytes(StandardCharsets.UTF_8));
      file.write(plain, 2, plain.length - 2);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedImage turnedLeft(BufferedImage image) {
    var turn = new AffineTransform(0, -1, 1, 0, 0, image.getWidth());
    var turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
    return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(image, turned);
  }

  /** One directory with one entry: Orientation (0x0112), a SHORT. */
  private static byte[] exif() {
    return ByteBuffer.allocate(32)
        .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) SEEN_TURNED_RIGHT)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private static void segment(ByteArrayOutputStream file, int marker, byte[] content) {
    file.write(0xFF);
    file.write(marker);
    file.write((content.length + 2) >> 8);
    file.write((content.length + 2) & 0xFF);
    file.writeBytes(content);
  }
}
