package dev.depict.media.prepare;

import dev.depict.domain.media.MediaFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Decodes the first picture of a file, leaving out rows and columns while reading.
 *
 * <p>Leaving out is coarse but keeps memory small and is what makes large photographs fast: the
 * largest whole step that leaves the longer side at or above the one asked for, the rest is done by
 * interpolation. Pictures of the drawn formats, in which a line may be one pixel wide, are read in
 * full up to a bound.
 */
final class Decoder {
  /** 64 MiB decoded. */
  private static final long DRAWN_IN_FULL = 16_000_000;

  private Decoder() {}

  static BufferedImage decode(MediaFormat format, byte[] content, int maxDimension)
      throws IOException {
    ImageReader reader = Codecs.reader(format);
    try (var input = new ByteArrayImageInput(content)) {
      reader.setInput(input, false, true);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = step(format, reader.getWidth(0), reader.getHeight(0), maxDimension);
      param.setSourceSubsampling(step, step, 0, 0);
      return format == MediaFormat.JPEG
          ? JpegInks.of(content).read(reader, param)
          : reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private static int step(MediaFormat format, int width, int height, int maxDimension) {
    if (format != MediaFormat.JPEG && (long) width * height <= DRAWN_IN_FULL) {
      return 1;
    }
    return Math.max(1, Math.max(width, height) / maxDimension);
  }
}
