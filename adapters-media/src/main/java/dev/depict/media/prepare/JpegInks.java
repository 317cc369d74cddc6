package dev.depict.media.prepare;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * How the colours of a JPEG are mixed. The platform's decoder knows light (gray, RGB, YCbCr) and
 * gives four inks only as raw samples.
 */
enum JpegInks {
  LIGHT,
  CMYK,
  /** CMYK written as YCbCr and black. */
  YCCK;

  private static final int APP14 = 0xEE;

  /** Reads the frame header and, for the transform, Adobe's segment (T.872). */
  static JpegInks of(byte[] content) {
    int transform = 0;
    int at = 2;
    while (at + 12 < content.length && (content[at] & 0xFF) == 0xFF) {
      int marker = content[at + 1] & 0xFF;
      int length = (content[at + 2] & 0xFF) << 8 | content[at + 3] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == APP14 && length >= 14 && at + 15 < content.length) {
        transform = content[at + 15];
      }
      if (marker >= 0xC0 && marker <= 0xC3) {
        int components = content[at + 9];
        return components != 4 ? LIGHT : transform == 2 ? YCCK : CMYK;
      }
      at += 2 + length;
    }
    return LIGHT;
  }

  BufferedImage read(ImageReader reader, ImageReadParam param) throws IOException {
    return switch (this) {
      case LIGHT -> reader.read(0, param);
      case CMYK, YCCK -> mix(reader.readRaster(0, param));
    };
  }

  /**
   * Inks to light without a profile. All programs that write such files follow Adobe and store the
   * inks inverted, 255 for none.
   */
  private BufferedImage mix(Raster raster) {
    int width = raster.getWidth();
    var image = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] samples = new int[4 * width];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        row[x] = light(samples, 4 * x);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  private int light(int[] samples, int at) {
    int first = samples[at];
    int second = samples[at + 1];
    int third = samples[at + 2];
    int white = samples[at + 3];
    if (this == CMYK) {
      return rgb(first, second, third, white);
    }
    // ITU-R BT.601, as JFIF has it.
    double red = first + 1.402 * (third - 128);
    double green = first - 0.344136 * (second - 128) - 0.714136 * (third - 128);
    double blue = first + 1.772 * (second - 128);
    return rgb(clamp(red), clamp(green), clamp(blue), white);
  }

  private static int rgb(int red, int green, int blue, int white) {
    return red * white / 255 << 16 | green * white / 255 << 8 | blue * white / 255;
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
