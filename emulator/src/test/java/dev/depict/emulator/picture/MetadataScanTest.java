package dev.depict.emulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetadataScanTest {
  private static final byte[] PNG = PixelCode.png(1, 64, 64);
  private static final byte[] JPEG = PixelCode.jpeg(1, 640, 480);

  @Test
  void a_picture_of_pixels_alone_has_none() {
    assertThat(MetadataScan.of(PNG)).isEmpty();
    assertThat(MetadataScan.of(JPEG)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0xE1, 'Exif\0\0', EXIF",
    "0xE1, 'http://ns.adobe.com/xap/1.0/\0', XMP",
    "0xED, 'Photoshop 3.0\0', IPTC",
    "0xE2, 'ICC_PROFILE\0', ICC",
    "0xE2, 'MPF\0', APP2",
    "0xFE, 'taken at home', COMMENT"
  })
  void segments_of_a_jpeg_are_named(String marker, String content, String name) {
    byte[] tagged = Tagged.jpegSegment(JPEG, Integer.decode(marker), content);

    assertThat(MetadataScan.of(tagged)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "tEXt, 'Comment\0home', tEXt",
    "zTXt, x, zTXt",
    "iTXt, 'XML:com.adobe.xmp\0', XMP",
    "eXIf, x, EXIF",
    "iCCP, x, ICC",
    "tIME, x, tIME"
  })
  void chunks_of_a_png_are_named(String type, String content, String name) {
    assertThat(MetadataScan.of(Tagged.pngChunk(PNG, type, content))).containsExactly(name);
  }

  @Test
  void what_stands_behind_the_picture_is_seen() {
    byte[] trailer = "GPS".getBytes(StandardCharsets.UTF_8);

    assertThat(MetadataScan.of(Tagged.insert(PNG, PNG.length, trailer))).containsExactly("TRAILER");
    assertThat(MetadataScan.of(Tagged.insert(JPEG, JPEG.length, trailer)))
        .containsExactly("TRAILER");
  }

  @Test
  void chunks_of_a_webp_are_named() {
    String webp = "RIFF\0\0\0\0WEBPVP8 \1\0\0\0x\0EXIF\2\0\0\0xxXMP \0\0\0\0";

    assertThat(MetadataScan.of(webp.getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactlyInAnyOrder("EXIF", "XMP");
  }

  @Test
  void broken_bytes_are_read_as_far_as_they_go() {
    for (int length = 0; length < JPEG.length; length += 7) {
      assertThat(MetadataScan.of(Arrays.copyOf(JPEG, length))).isEmpty();
    }
  }
}
