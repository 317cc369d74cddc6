package dev.depict.media.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImageAnalyzer.Call;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import dev.depict.media.fixture.Drawn;
import dev.depict.media.fixture.Encoded;
import dev.depict.media.fixture.Exif;
import dev.depict.media.inspect.MediaLimits;
import dev.depict.media.inspect.PictureInspector;
import dev.depict.media.prepare.PicturePreparer;
import dev.depict.media.prepare.PreparationSettings;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfflineAnalyzerTest {
  private static final OcrSettings NO_OCR =
      new OcrSettings("no-such-program", List.of("eng"), Duration.ofSeconds(5), 100, 1);

  private final OfflineAnalyzer analyzer = new OfflineAnalyzer(Runnable::run, 2, NO_OCR);

  @Test
  void a_picture_is_described_by_what_can_be_measured() {
    Outcome.Answered answered = analyze(Encoded.as("png", Drawn.plain(300, 200, 0x2A62D0)));
    Depiction depiction = answered.depiction();
    assertThat(depiction.altText()).isEqualTo("Landscape picture, 300 × 200, mostly blue.");
    assertThat(depiction.description())
        .isEqualTo(
            "Landscape picture in the PNG format, 300 × 200 pixels. Its colours are mostly blue (100 %);"
                + " it is of medium brightness and without fine detail. Text recognition is not"
                + " installed. Measured on this machine, not seen by a vision model.");
    assertThat(depiction.keywords())
        .containsExactly(
            "landscape", "blue", "medium brightness", "png", "no fine detail", "picture");
    assertThat(depiction.ocrText()).isEmpty();
    assertThat(depiction.language()).isEqualTo("en");
  }

  @Test
  void it_costs_nothing_and_says_who_answered() {
    assertThat(analyze(Encoded.as("png", Drawn.plain(9, 9, 0))).provenance())
        .isEqualTo(new Provenance("offline", "offline", "offline", Usage.NONE, MicroDollars.ZERO));
    assertThat(analyzer.provider()).isEqualTo("offline");
  }

  @Test
  void what_the_camera_noted_is_told_and_the_size_is_the_upright_one() {
    byte[] block =
        Exif.block(
            ByteOrder.LITTLE_ENDIAN,
            6,
            List.of(
                new Exif.Entry(Exif.MODEL, "Pixel 7"),
                new Exif.Entry(Exif.TIME, "2024:05:12 14:03:09")));
    byte[] jpeg = Exif.inJpeg(Encoded.as("jpeg", Drawn.scene(400, 300)), block);
    Depiction depiction = analyze(jpeg).depiction();
    assertThat(depiction.altText()).startsWith("Portrait photo, 300 × 400, mostly ");
    assertThat(depiction.description())
        .contains("300 × 400 pixels, taken on 12 May 2024 at 14:03, camera Pixel 7.");
  }

  @Test
  void the_same_picture_brings_the_same_words() {
    byte[] jpeg = Encoded.as("jpeg", Drawn.scene(400, 300));
    assertThat(analyze(jpeg)).isEqualTo(analyze(jpeg));
  }

  @Test
  void one_pixel_can_be_described() {
    assertThat(analyze(Encoded.as("png", Drawn.plain(1, 1, 0xFFFFFF))).depiction().altText())
        .isEqualTo("Square picture, 1 × 1, mostly white.");
  }

  @Test
  void a_long_text_is_quoted_within_125_characters() {
    var image = prepared(Encoded.as("png", Drawn.plain(300, 200, 0xFFFFFF)));
    Depiction depiction =
        new Wording(
                image,
                Look.at(image.content()),
                new Reading.Text("Invoice 4711\n" + "delivered wonderful ".repeat(50), true))
            .depiction();
    assertThat(depiction.altText()).hasSizeLessThanOrEqualTo(125).contains("\"Invoice 4711");
    assertThat(depiction.altText()).endsWith("…\".");
    assertThat(depiction.description()).contains("more text than is kept here");
    assertThat(depiction.keywords())
        .startsWith("delivered", "wonderful", "invoice")
        .doesNotHaveDuplicates()
        .hasSizeBetween(5, 10);
    assertThat(depiction.ocrText()).isPresent();
  }

  @Test
  void a_failed_recognition_is_admitted() {
    var image = prepared(Encoded.as("png", Drawn.plain(30, 20, 0xFFFFFF)));
    var wording =
        new Wording(
            image, Look.at(image.content()), new Reading.Failed("it took longer than 30 s"));
    assertThat(wording.depiction().description())
        .contains("Text recognition failed: it took longer than 30 s.");
  }

  private Outcome.Answered analyze(byte[] content) {
    PreparedImage image = prepared(content);
    Outcome outcome = analyzer.analyze(image, question(image), Call.of(OfflineAnalyzer.NAME));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return (Outcome.Answered) outcome;
  }

  static PreparedImage prepared(byte[] content) {
    var media = new PictureInspector(MediaLimits.DEFAULT).inspect(content);
    Preparation preparation =
        new PicturePreparer(PreparationSettings.DEFAULT)
            .prepare(media, new ByteArrayInputStream(content));
    assertThat(preparation).isInstanceOf(Preparation.Prepared.class);
    return ((Preparation.Prepared) preparation).image();
  }

  static Question question(PreparedImage image) {
    return new Question(
        image.original().digest(),
        "",
        "",
        OfflineAnalyzer.NAME,
        Optional.empty(),
        "en",
        MediaResolution.HIGH,
        PreparationSettings.DEFAULT.profile(),
        1,
        1);
  }
}
