package dev.depict.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.PreparedImage;
import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import dev.depict.media.fixture.Exif;
import dev.depict.media.fixture.PngChunks;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word planted in every place for words must not leave. */
class MetadataTest {
  private static final String CANARY = "CANARYQZX";
  private static final byte[] CANARY_EXIF =
      Exif.block(
          ByteOrder.LITTLE_ENDIAN,
          1,
          List.of(new Exif.Entry(Exif.MAKE, CANARY), new Exif.Entry(Exif.MODEL, CANARY)));

  @Test
  void no_segment_of_a_jpeg_leaves() throws IOException {
    byte[] jpeg = Encoded.as("jpeg", Drawn.scene(200, 100));
    jpeg = Exif.inJpeg(jpeg, CANARY_EXIF);
    jpeg = Exif.segment(jpeg, 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0<x>" + CANARY + "</x>"));
    jpeg =
        Exif.segment(
            jpeg, 0xED, latin1("Photoshop 3.0\08BIM\4\4\0\0\0\0\0\16\34\2x\0\11" + CANARY));
    jpeg = Exif.segment(jpeg, 0xFE, latin1("comment " + CANARY));
    jpeg = Exif.segment(jpeg, 0xE2, join(latin1("ICC_PROFILE\0\1\1"), canaryProfile()));
    assertThat(occurrences(jpeg)).isEqualTo(6);
    assertClean(Preparing.image(jpeg));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void no_chunk_of_a_png_leaves(int type) throws IOException {
    byte[] png = Encoded.as("png", Drawn.scene(200, 100, type));
    byte[] word = latin1(CANARY);
    png = PngChunks.add(png, "eXIf", CANARY_EXIF);
    png = PngChunks.add(png, "tEXt", latin1("Author\0" + CANARY));
    png = PngChunks.add(png, "zTXt", join(latin1("Title\0\0"), PngChunks.deflate(word)));
    png = PngChunks.add(png, "iTXt", latin1("XML:com.adobe.xmp\0\0\0\0\0" + CANARY));
    byte[] profile = PngChunks.deflate(canaryProfile());
    png = PngChunks.add(png, "iCCP", join(latin1(CANARY + "\0\0"), profile));
    assertThat(occurrences(png)).isGreaterThanOrEqualTo(4);
    assertClean(Preparing.image(png));
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary.webp", "canary.tif"})
  void nothing_of_other_formats_leaves(String resource) throws IOException {
    byte[] content = Encoded.resource(resource);
    assertThat(occurrences(content)).isGreaterThanOrEqualTo(2);
    assertClean(Preparing.image(content));
  }

  @Test
  void what_the_camera_noted_stays_here() {
    byte[] block =
        Exif.block(
            ByteOrder.BIG_ENDIAN,
            3,
            List.of(
                new Exif.Entry(Exif.MAKE, "Canon"),
                new Exif.Entry(Exif.MODEL, "Canon EOS 80D"),
                new Exif.Entry(Exif.TIME, "2024:05:12 14:03:09")));
    byte[] jpeg = Encoded.as("jpeg", Drawn.scene(60, 40));
    PreparedImage.Capture capture = Preparing.image(Exif.inJpeg(jpeg, block)).capture();
    assertThat(capture.orientation()).isEqualTo(3);
    assertThat(capture.camera()).contains("Canon EOS 80D");
    assertThat(capture.time()).contains(LocalDateTime.of(2024, 5, 12, 14, 3, 9));
  }

  @Test
  void the_orientation_of_a_webp_is_read() {
    assertThat(Preparing.image(Encoded.resource("canary.webp")).capture().orientation())
        .isEqualTo(6);
  }

  @Test
  void broken_notes_are_as_good_as_none() {
    byte[] jpeg = Encoded.as("jpeg", Drawn.scene(60, 40));
    byte[] broken = Exif.inJpeg(jpeg, latin1("II*\0\177\177\177\177"));
    assertThat(Preparing.image(broken).capture()).isEqualTo(PreparedImage.Capture.NOTHING_KNOWN);
  }

  private static void assertClean(PreparedImage image) throws IOException {
    byte[] content = image.content();
    assertThat(occurrences(content)).isZero();
    if (image.mimeType().equals("image/png")) {
      var pixels = new ByteArrayOutputStream();
      for (PngChunks.Chunk chunk : PngChunks.in(content)) {
        assertThat(chunk.type()).isIn("IHDR", "IDAT", "IEND");
        if (chunk.type().equals("IDAT")) {
          pixels.writeBytes(chunk.data());
        }
      }
      var inflated = new InflaterInputStream(new ByteArrayInputStream(pixels.toByteArray()));
      assertThat(occurrences(inflated.readAllBytes())).isZero();
    } else {
      assertThat(segments(content)).isSubsetOf(0xE0, 0xDB, 0xC0, 0xC4, 0xDA);
    }
  }

  private static List<Integer> segments(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    int at = 2;
    while ((jpeg[at] & 0xFF) == 0xFF && (markers.isEmpty() || markers.getLast() != 0xDA)) {
      markers.add(jpeg[at + 1] & 0xFF);
      at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
    }
    return markers;
  }

  /** The platform's sRGB profile under another name. */
  private static byte[] canaryProfile() {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    String text = new String(profile, StandardCharsets.ISO_8859_1);
    int copyright = text.indexOf("text\0\0\0\0", text.indexOf("cprt") + 4) + 8;
    int at = copyright > 8 ? copyright : profile.length - CANARY.length();
    System.arraycopy(latin1(CANARY), 0, profile, at, CANARY.length());
    return profile;
  }

  private static int occurrences(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).split(CANARY, -1).length - 1;
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[] first, byte[] second) {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
