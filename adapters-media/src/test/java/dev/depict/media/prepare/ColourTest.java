package dev.depict.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resources show four fields: red, green, blue and near white. */
class ColourTest {
  private static final int RED = 0xE03020;
  private static final int GREEN = 0x20A040;
  private static final int BLUE = 0x3050D0;

  @ParameterizedTest
  @ValueSource(
      strings = {"lossy.webp", "ycck.jpg", "adobe-rgb.jpg", "adobe-rgb.png", "adobe-rgb.webp"})
  void colours_arrive_as_srgb_whatever_way_they_were_stored(String resource) {
    BufferedImage pixels = Preparing.pixels(Encoded.resource(resource));
    Likeness.assertColour(pixels.getRGB(20, 12), RED, 12);
    Likeness.assertColour(pixels.getRGB(76, 12), GREEN, 12);
    Likeness.assertColour(pixels.getRGB(20, 50), BLUE, 12);
  }

  @Test
  void four_inks_are_mixed_to_light() {
    BufferedImage pixels = Preparing.pixels(Encoded.resource("cmyk.jpg"));
    Likeness.assertColour(pixels.getRGB(20, 30), 0xFFFF00, 6);
    Likeness.assertColour(pixels.getRGB(76, 30), 0x008080, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void gray_keeps_its_values(int type) {
    var image = new BufferedImage(64, 64, type);
    int value = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 257;
    for (int i = 0; i < 64 * 64; i++) {
      image.getRaster().setSample(i % 64, i / 64, 0, value);
    }
    Likeness.assertColour(Preparing.pixels(Encoded.as("png", image)).getRGB(30, 30), 0x646464, 1);
  }

  @Test
  void sixteen_bits_a_channel_are_read() {
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    var raster = model.createCompatibleWritableRaster(64, 64);
    for (int i = 0; i < 64 * 64; i++) {
      raster.setPixel(i % 64, i / 64, new int[] {0xE0E0, 0x3030, 0x2020});
    }
    byte[] png = Encoded.as("png", new BufferedImage(model, raster, false, null));
    assertThat(png[24]).as("bits a channel").isEqualTo((byte) 16);
    Likeness.assertColour(Preparing.pixels(png).getRGB(30, 30), RED, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
  void palettes_are_read(int type) {
    BufferedImage image = Drawn.as(type, Drawn.plain(64, 64, 0xFFFFFF));
    Likeness.assertColour(Preparing.pixels(Encoded.as("png", image)).getRGB(9, 9), 0xFFFFFF, 4);
    Likeness.assertColour(Preparing.pixels(Encoded.as("gif", image)).getRGB(9, 9), 0xFFFFFF, 4);
  }

  @Test
  void transparent_webp_stays_transparent() {
    BufferedImage pixels = Preparing.pixels(Encoded.resource("lossless-alpha.webp"));
    Likeness.assertColour(pixels.getRGB(20, 30), BLUE, 2);
    assertThat(pixels.getRGB(90, 30) >>> 24).isZero();
  }
}
