package dev.depict.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelCodeTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4711, 65_535, 1_000_000, Integer.MAX_VALUE})
  void a_code_survives_scaling_to_half_and_jpeg(int code) {
    for (int[] size : new int[][] {{64, 64}, {321, 99}, {1600, 1200}, {100, 3000}}) {
      BufferedImage sent = PixelCode.draw(code, size[0], size[1]);
      BufferedImage halved = scaled(sent, size[0] / 2, size[1] / 2);

      byte[] twice = ImageBytes.jpeg(decoded(ImageBytes.jpeg(halved)));

      assertThat(PixelCode.read(decoded(twice))).as("%d x %d", size[0], size[1]).hasValue(code);
    }
  }

  @Test
  void codes_are_read_from_png_and_jpeg() {
    for (int code = 0; code < 500; code++) {
      assertThat(PixelCode.read(decoded(PixelCode.png(code, 48, 32)))).hasValue(code);
      assertThat(PixelCode.read(decoded(PixelCode.jpeg(code, 64, 64)))).hasValue(code);
    }
  }

  @Test
  void a_picture_without_code_has_none() {
    assertThat(PixelCode.read(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))).isEmpty();
    assertThat(PixelCode.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))).isEmpty();
  }

  @Test
  void a_picture_that_was_turned_has_none() {
    BufferedImage upright = PixelCode.draw(4711, 64, 64);
    var turned = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.rotate(Math.PI / 2, 32, 32);
    graphics.drawImage(upright, 0, 0, null);
    graphics.dispose();

    assertThat(PixelCode.read(turned)).isEmpty();
  }

  @Test
  void a_code_needs_room_and_is_not_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> PixelCode.draw(1, 31, 64));
    assertThatIllegalArgumentException().isThrownBy(() -> PixelCode.draw(-1, 64, 64));
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static BufferedImage decoded(byte[] content) {
    return ImageBytes.read(content).orElseThrow();
  }
}
