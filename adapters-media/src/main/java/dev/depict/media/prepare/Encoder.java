package dev.depict.media.prepare;

import dev.depict.domain.media.MediaFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pixels and nothing else.
 *
 * <p>JPEG is the rule. A picture that looks drawn (transparency or at most 256 colours, and not
 * from a JPEG) becomes a PNG, whose edges stay sharp, unless that is long.
 */
final class Encoder {
  private static final int FEW_COLOURS = 256;

  /** The whole file. */
  record Encoded(String mimeType, byte[] content) {}

  private final PreparationSettings settings;

  Encoder(PreparationSettings settings) {
    this.settings = settings;
  }

  /** To be asked before a picture is made smaller, which mixes new colours. */
  static boolean looksDrawn(MediaFormat format, BufferedImage plain) {
    return format != MediaFormat.JPEG
        && (plain.getColorModel().hasAlpha()
            || ColourCount.atMost(FEW_COLOURS, Pixels.data(plain)));
  }

  Encoded encode(BufferedImage plain, boolean drawn) throws IOException {
    if (drawn) {
      byte[] png = png(plain);
      if (png.length <= settings.maxPngBytes()) {
        return new Encoded(MediaFormat.PNG.mimeType(), png);
      }
    }
    return new Encoded(MediaFormat.JPEG.mimeType(), jpeg(Pixels.onWhite(plain)));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ImageWriter writer = Codecs.writer("png");
    return write(writer, writer.getDefaultWriteParam(), image);
  }

  private byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = Codecs.writer("jpeg");
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(settings.jpegQuality() / 100f);
    return write(writer, param, image);
  }

  private static byte[] write(ImageWriter writer, ImageWriteParam param, BufferedImage image)
      throws IOException {
    var bytes = new ByteArrayOutputStream(64 * 1024);
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
