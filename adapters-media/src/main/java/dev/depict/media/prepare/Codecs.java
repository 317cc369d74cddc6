package dev.depict.media.prepare;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.depict.domain.media.MediaFormat;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/** Finds the decoder and encoder of a format. A codec is for one thread and one picture. */
final class Codecs {
  static {
    // Else every picture goes through a temporary file.
    ImageIO.setUseCache(false);
  }

  private Codecs() {}

  static ImageReader reader(MediaFormat format) throws IOException {
    return switch (format) {
      case JPEG -> platformReader("jpeg");
      case PNG -> platformReader("png");
      case GIF -> platformReader("gif");
      case BMP -> platformReader("bmp");
      case TIFF -> platformReader("tiff");
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case HEIC, HEIF -> throw new IOException("Java has no decoder for " + format);
    };
  }

  static ImageWriter writer(String name) {
    return ImageIO.getImageWritersByFormatName(name).next();
  }

  /** The platform's own, whatever plug-ins else stand on the path. */
  private static ImageReader platformReader(String name) throws IOException {
    for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
        readers.hasNext(); ) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule().equals(ImageReader.class.getModule())) {
        return reader;
      }
    }
    throw new IOException("this Java has no decoder for " + name);
  }
}
