package dev.depict.emulator.picture;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures from and to bytes, in memory alone. */
final class ImageBytes {
  private static final float JPEG_QUALITY = 0.85f;

  private ImageBytes() {}

  static byte[] png(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    return write(image, writer, writer.getDefaultWriteParam());
  }

  static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(JPEG_QUALITY);
    return write(image, writer, quality);
  }

  /** The picture; empty when the bytes are none that ImageIO can read. */
  static Optional<BufferedImage> read(byte[] content) {
    try {
      return Optional.ofNullable(
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(content))));
    } catch (IOException | RuntimeException broken) {
      // Its readers throw all kinds of exceptions at broken files.
      return Optional.empty();
    }
  }

  /** The size as the header tells it, without decoding; empty as {@link #read}. */
  static Optional<Dimension> size(byte[] content) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? Optional.of(size(in, readers.next())) : Optional.empty();
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  private static Dimension size(ImageInputStream in, ImageReader reader) throws IOException {
    try {
      reader.setInput(in, true, true);
      return new Dimension(reader.getWidth(0), reader.getHeight(0));
    } finally {
      reader.dispose();
    }
  }

  private static byte[] write(BufferedImage image, ImageWriter writer, ImageWriteParam param) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing a picture into memory failed", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
