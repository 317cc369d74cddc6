package dev.depict.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureInspectorTest {
  private final PictureInspector inspector = new PictureInspector(MediaLimits.DEFAULT);

  static List<Catalogue.Entry> catalogue() {
    return Catalogue.all();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void format_size_and_digest_are_read_from_the_bytes(Catalogue.Entry entry) {
    assertThat(inspector.inspect(entry.content()))
        .isEqualTo(
            new Media(
                MediaDigest.of(entry.content()), entry.format(), entry.content().length, 96, 64));
  }

  @Test
  void an_empty_file_is_unreadable() {
    MediaRejected rejected = rejection(new byte[0]);
    assertThat(rejected.reason()).isEqualTo(MediaRejected.Reason.UNREADABLE);
    assertThat(rejected).hasMessage("the file is empty (0 bytes); send a picture");
  }

  @ParameterizedTest
  @CsvSource({
    "Dear Sir or Madam, plain text",
    "%PDF-1.7, a PDF document",
    "<svg>, an SVG drawing",
    "<html><body>, a web page",
    "'II+\0\b', a BigTIFF picture",
    "'PK\3\4\24', a ZIP archive or an office document"
  })
  void what_is_no_picture_is_unsupported_and_named(String content, String look) {
    MediaRejected rejected = rejection(content.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(rejected.reason()).isEqualTo(MediaRejected.Reason.UNSUPPORTED);
    assertThat(rejected.getMessage()).contains("looks like " + look).doesNotContain("\n");
  }

  @Test
  void heic_is_unsupported_for_java_cannot_decode_it() {
    MediaRejected rejected = rejection(Encoded.resource("heic.heic"));
    assertThat(rejected.reason()).isEqualTo(MediaRejected.Reason.UNSUPPORTED);
    assertThat(rejected)
        .hasMessage(
            "this is a HEIC picture of 96 × 64 pixels, and Java cannot decode HEIC; convert it to JPEG or PNG");
  }

  @Test
  void avif_is_unsupported_and_named() {
    assertThat(rejection(Encoded.resource("avif.avif")).getMessage()).contains("an AVIF picture");
  }

  @Test
  void more_bytes_than_allowed_are_too_large() {
    byte[] content = Encoded.as("png", Drawn.scene(96, 64));
    var strict = new PictureInspector(new MediaLimits(content.length - 1, 1_000_000, 1000));
    MediaRejected rejected =
        catchThrowableOfType(MediaRejected.class, () -> strict.inspect(content));
    assertThat(rejected.reason()).isEqualTo(MediaRejected.Reason.TOO_LARGE);
    assertThat(rejected.getMessage())
        .contains(content.length + " bytes", (content.length - 1) + " bytes");
  }

  @Test
  void a_side_longer_than_allowed_is_too_large() {
    byte[] content = Encoded.as("png", Drawn.plain(65_501, 1, 0));
    MediaRejected rejected = rejection(content);
    assertThat(rejected.reason()).isEqualTo(MediaRejected.Reason.TOO_LARGE);
    assertThat(rejected.getMessage()).contains("65501 × 1", "65500 on a side");
  }

  @Test
  void more_pixels_than_allowed_are_too_large() {
    var strict = new PictureInspector(new MediaLimits(1_000_000, 96 * 64 - 1, 1000));
    byte[] content = Encoded.as("jpeg", Drawn.scene(96, 64));
    MediaRejected rejected =
        catchThrowableOfType(MediaRejected.class, () -> strict.inspect(content));
    assertThat(rejected.reason()).isEqualTo(MediaRejected.Reason.TOO_LARGE);
    assertThat(rejected.getMessage()).contains("6144 pixels", "limit is 6143");
  }

  @Test
  void the_longest_side_and_one_pixel_are_allowed() {
    assertThat(inspector.inspect(Encoded.as("png", Drawn.plain(65_500, 1, 0))).width())
        .isEqualTo(65_500);
    assertThat(inspector.inspect(Encoded.as("png", Drawn.plain(1, 1, 0))).height()).isEqualTo(1);
  }

  private MediaRejected rejection(byte[] content) {
    return catchThrowableOfType(MediaRejected.class, () -> inspector.inspect(content));
  }
}
