package dev.depict.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.task.FailureClass;
import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePreparerTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1",
    "640, 480, 640, 480",
    "1920, 1080, 1920, 1080",
    "1921, 1000, 1920, 999",
    "4000, 3000, 1920, 1440",
    "1500, 6000, 480, 1920",
    "65500, 1, 1920, 1"
  })
  void the_longer_side_is_at_most_1920_and_nothing_is_enlarged(
      int width, int height, int preparedWidth, int preparedHeight) {
    for (String format : List.of("jpeg", "png")) {
      PreparedImage image = Preparing.image(Encoded.as(format, Drawn.scene(width, height)));
      assertThat(image.width()).isEqualTo(preparedWidth);
      assertThat(image.height()).isEqualTo(preparedHeight);
      BufferedImage pixels = Encoded.decode(image.content());
      assertThat(pixels.getWidth()).isEqualTo(preparedWidth);
      assertThat(pixels.getHeight()).isEqualTo(preparedHeight);
    }
  }

  @Test
  void a_large_photograph_still_shows_the_same() {
    BufferedImage pixels = Preparing.pixels(Encoded.as("jpeg", Drawn.scene(4000, 3000)));
    assertThat(Likeness.decibels(pixels, Drawn.scene(1920, 1440))).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void progressive_and_interlaced_pictures_are_read(String format) {
    BufferedImage scene = Drawn.scene(300, 200);
    BufferedImage pixels = Preparing.pixels(Encoded.progressive(format, scene));
    assertThat(Likeness.decibels(pixels, scene)).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "tiff"})
  void other_formats_are_converted(String format) {
    BufferedImage scene = Drawn.scene(300, 200);
    BufferedImage pixels = Preparing.pixels(Encoded.as(format, scene));
    assertThat(Likeness.decibels(pixels, scene)).isGreaterThan(30);
  }

  @Test
  void a_drawing_with_transparency_stays_png() {
    var image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(10, 10, 0xFF2040C0);
    PreparedImage prepared = Preparing.image(Encoded.as("png", image));
    assertThat(prepared.mimeType()).isEqualTo("image/png");
    BufferedImage pixels = Encoded.decode(prepared.content());
    assertThat(pixels.getRGB(10, 10)).isEqualTo(0xFF2040C0);
    assertThat(pixels.getRGB(50, 50) >>> 24).isZero();
  }

  @Test
  void transparency_that_must_become_jpeg_lies_on_white() {
    var image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_ARGB);
    var noise = new Random(1);
    for (int i = 0; i < 900 * 450; i++) {
      image.setRGB(i % 900, i / 900, 0xFF000000 | noise.nextInt());
    }
    PreparedImage prepared = Preparing.image(Encoded.as("png", image));
    assertThat(prepared.mimeType()).isEqualTo("image/jpeg");
    Likeness.assertColour(Encoded.decode(prepared.content()).getRGB(450, 800), 0xFFFFFF, 2);
  }

  @Test
  void a_photograph_in_png_becomes_jpeg() {
    PreparedImage prepared = Preparing.image(Encoded.as("png", Drawn.scene(400, 300)));
    assertThat(prepared.mimeType()).isEqualTo("image/jpeg");
  }

  @Test
  void the_first_frame_of_an_animation_is_taken() {
    byte[] gif =
        Encoded.animatedGif(List.of(Drawn.plain(40, 40, 0xFF0000), Drawn.plain(40, 40, 0x0000FF)));
    Likeness.assertColour(Preparing.pixels(gif).getRGB(20, 20), 0xFF0000, 0);
    Likeness.assertColour(
        Preparing.pixels(Encoded.resource("animated.webp")).getRGB(20, 20), 0xE03020, 8);
  }

  @Test
  void a_picture_whose_data_are_damaged_is_unreadable_input() {
    byte[] png = Encoded.as("png", Drawn.scene(96, 64));
    Arrays.fill(png, 60, png.length - 60, (byte) 7);
    Preparation preparation = Preparing.attempt(png);
    assertThat(preparation).isInstanceOf(Preparation.Unreadable.class);
    var failure = ((Preparation.Unreadable) preparation).failure();
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INPUT);
    assertThat(failure.words()).contains("PNG", "cannot be decoded").doesNotContain("Exception");
  }

  @Test
  void the_profile_names_what_changes_the_picture() {
    assertThat(PreparationSettings.DEFAULT.profile()).isEqualTo("max1920-jpeg85-1");
    assertThat(new PreparationSettings(1024, 70, 0).profile()).isEqualTo("max1024-jpeg70-png0-1");
  }
}
