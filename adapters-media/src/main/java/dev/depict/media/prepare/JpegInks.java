package dev.depict.media.prepare;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * How the colours of a JPEG are mixed. The platform's decoder makes pictures of light (gray, RGB,
 * YCbCr); of four inks it gives the raw samples.
 */
enum JpegInks {
  LIGHT,
  CMYK,
  /** CMYK whose first three inks are written as YCbCr. */
  YCCK;

  private static final int INKS = 4;
  private static final int APP14 = 0xEE;
  private static final int TRANSFORM = 15;

  /** Reads the frame header and, for the transform, Adobe's segment (ITU T.872). */
  static JpegInks of(byte[] content) {
    int transform = 0;
    int at = 2;
    while (at + TRANSFORM < content.length && (content[at] & 0xFF) == 0xFF) {
      int marker = content[at + 1] & 0xFF;
      if (marker >= 0xC0 && marker <= 0xC3) {
        return content[at + 9] != INKS ? LIGHT : transform == 2 ? YCCK : CMYK;
      }
      if (marker == APP14) {
        transform = content[at + TRANSFORM];
      }
      int length = ((content[at + 2] & 0xFF) << 8) | (content[at + 3] & 0xFF);
      at += marker == 0xFF ? 1 : 2 + length;
    }
    return LIGHT;
  }

  BufferedImage read(ImageReader reader, ImageReadParam param) throws IOException {
    return this == LIGHT ? reader.read(0, param) : mix(reader.readRaster(0, param));
  }

  /** Inks to light without a profile. */
  private BufferedImage mix(Raster raster) {
    int width = raster.getWidth();
    var image = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] samples = new int[INKS * width];
    int[] light = Pixels.data(image);
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        light[y * width + x] = light(samples, INKS * x);
      }
    }
    return image;
  }

  /**
   * All programs that write such files follow Adobe and store the inks inverted, 255 for none; the
   * YCbCr of YCCK then stands for the inks as they are.
   */
  private int light(int[] samples, int at) {
    int first = samples[at];
    int second = samples[at + 1];
    int third = samples[at + 2];
    int white = samples[at + 3];
    if (this == CMYK) {
      return rgb(first, second, third, white);
    }
    // ITU-R BT.601, as JFIF has it.
    return rgb(
        inverted(first + 1.402 * (third - 128)),
        inverted(first - 0.344136 * (second - 128) - 0.714136 * (third - 128)),
        inverted(first + 1.772 * (second - 128)),
        white);
  }

  private static int rgb(int red, int green, int blue, int white) {
    return ((red * white / 255) << 16) | ((green * white / 255) << 8) | (blue * white / 255);
  }

  private static int inverted(double value) {
    return 255 - Math.clamp(Math.round(value), 0, 255);
  }
}
