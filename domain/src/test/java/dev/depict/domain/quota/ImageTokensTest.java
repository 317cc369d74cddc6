package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.question.MediaResolution;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImageTokensTest {
  @Test
  void a_small_picture_is_one_tile() {
    assertThat(ImageTokens.tiled(1, 1)).isEqualTo(258);
    assertThat(ImageTokens.tiled(384, 384)).isEqualTo(258);
    assertThat(ImageTokens.tiled(384, 1)).isEqualTo(258);
  }

  @Test
  void one_pixel_more_makes_tiles() {
    // The unit is clamp(floor(384 / 1.5), 256, 768) = 256: two by two tiles.
    assertThat(ImageTokens.tiled(385, 384)).isEqualTo(4 * 258);
    assertThat(ImageTokens.tiled(384, 385)).isEqualTo(4 * 258);
    assertThat(ImageTokens.tiled(385, 1)).isEqualTo(2 * 258);
  }

  @Test
  void the_provider_s_own_example_comes_out() {
    // 960 × 540: the unit is 540 / 1.5 = 360, which makes three by two tiles.
    assertThat(ImageTokens.tiled(960, 540)).isEqualTo(6 * 258);
  }

  @Test
  void the_unit_is_never_larger_than_768() {
    assertThat(ImageTokens.tiled(1920, 1920)).isEqualTo(9 * 258);
    assertThat(ImageTokens.tiled(10_000, 10_000)).isEqualTo(14L * 14 * 258);
  }

  @Test
  void a_long_line_is_counted_without_overflow() {
    assertThat(ImageTokens.tiled(100_000, 1)).isEqualTo(391 * 258);
    assertThat(ImageTokens.tiled(1, 100_000)).isEqualTo(391 * 258);
    assertThat(ImageTokens.tiled(Integer.MAX_VALUE, Integer.MAX_VALUE)).isPositive();
  }

  @Test
  void turning_a_picture_does_not_change_its_tokens() {
    IntStream.iterate(1, side -> side < 5_000, side -> side + 37)
        .forEach(side ->
            assertThat(ImageTokens.tiled(side, 700))
                .isEqualTo(ImageTokens.tiled(700, side))
                .isPositive());
  }

  @Test
  void newer_models_count_by_resolution_alone() {
    assertThat(ImageTokens.byResolution(MediaResolution.LOW)).isEqualTo(280);
    assertThat(ImageTokens.byResolution(MediaResolution.MEDIUM)).isEqualTo(560);
    assertThat(ImageTokens.byResolution(MediaResolution.HIGH)).isEqualTo(1120);
  }
}
