package dev.depict.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.PreparedImage;
import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import dev.depict.media.fixture.Exif;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 200;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_orientation_arrives_upright(int orientation) {
    BufferedImage upright = Drawn.scene(WIDTH, HEIGHT);
    byte[] jpeg = Encoded.as("jpeg", stored(upright, orientation));
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      byte[] turned = Exif.inJpeg(jpeg, Exif.block(order, orientation, List.of()));
      PreparedImage prepared = Preparing.image(turned);
      assertThat(prepared.capture().orientation()).isEqualTo(orientation);
      assertThat(Likeness.decibels(Encoded.decode(prepared.content()), upright))
          .isGreaterThanOrEqualTo(30);
    }
  }

  /**
   * The picture as a camera held this way stores it, by the words of the EXIF standard: which side
   * of the scene the first row and the first column show.
   */
  private static BufferedImage stored(BufferedImage upright, int orientation) {
    int right = WIDTH - 1;
    int bottom = HEIGHT - 1;
    return switch (orientation) {
      case 1 -> map(upright, WIDTH, HEIGHT, (x, y) -> new int[] {x, y});
      case 2 -> map(upright, WIDTH, HEIGHT, (x, y) -> new int[] {right - x, y});
      case 3 -> map(upright, WIDTH, HEIGHT, (x, y) -> new int[] {right - x, bottom - y});
      case 4 -> map(upright, WIDTH, HEIGHT, (x, y) -> new int[] {x, bottom - y});
      case 5 -> map(upright, HEIGHT, WIDTH, (x, y) -> new int[] {y, x});
      case 6 -> map(upright, HEIGHT, WIDTH, (x, y) -> new int[] {right - y, x});
      case 7 -> map(upright, HEIGHT, WIDTH, (x, y) -> new int[] {right - y, bottom - x});
      case 8 -> map(upright, HEIGHT, WIDTH, (x, y) -> new int[] {y, bottom - x});
      default -> throw new IllegalArgumentException("orientation " + orientation);
    };
  }

  /** Where in the scene a stored pixel comes from. */
  private interface Origin {
    int[] of(int x, int y);
  }

  private static BufferedImage map(BufferedImage scene, int width, int height, Origin origin) {
    var stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int[] from = origin.of(x, y);
        stored.setRGB(x, y, scene.getRGB(from[0], from[1]));
      }
    }
    return stored;
  }
}
