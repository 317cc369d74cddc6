package dev.depict.media.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImageAnalyzer.Call;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.media.fixture.Encoded;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs Tesseract with English and Russian, and the DejaVu fonts. */
@Tag("foreign")
class TesseractTest {
  private static final long SEED = 4711;
  private static final List<String> WORDS =
      List.of(
          "harbour",
          "window",
          "station",
          "morning",
          "yellow",
          "garden",
          "invoice",
          "summer",
          "kitchen",
          "library",
          "mountain",
          "ticket",
          "school",
          "weather",
          "bicycle",
          "market",
          "гавань",
          "окно",
          "станция",
          "утро",
          "жёлтый",
          "сад",
          "счёт",
          "лето",
          "кухня",
          "библиотека",
          "гора",
          "билет",
          "школа",
          "погода",
          "велосипед",
          "рынок");

  private final OfflineAnalyzer analyzer =
      new OfflineAnalyzer(Runnable::run, 2, OcrSettings.DEFAULT);

  @ParameterizedTest
  @ValueSource(ints = {14, 24, 48})
  void nine_words_in_ten_are_read_in_either_language(int points) {
    List<String> words = randomWords(40);
    String text = text(analyze(drawn(words, points)));
    long found = words.stream().filter(List.of(text.split("\\s+"))::contains).count();
    assertThat(found)
        .as("seed %d, %d points, of %s in %s", SEED, points, words, text)
        .isGreaterThanOrEqualTo(words.size() * 9 / 10);
  }

  @Test
  void a_picture_without_text_has_none() {
    Outcome.Answered answered = analyze(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB));
    assertThat(answered.depiction().ocrText()).isEmpty();
    assertThat(answered.depiction().description()).contains("No text was found in it.");
  }

  @Test
  void a_run_that_takes_too_long_is_ended() throws InterruptedException {
    var settings = new OcrSettings("sleep", List.of("eng"), Duration.ofMillis(50), 100, 1);
    assertThat(ProgramRun.run(List.of("sleep", "600"), new byte[0], settings.timeout()))
        .isInstanceOf(ProgramRun.Result.TimedOut.class);
  }

  @Test
  void an_interrupt_ends_the_run_and_stays_set() {
    PreparedImage image = prepared(drawn(randomWords(40), 24));
    Thread.currentThread().interrupt();
    Outcome outcome =
        analyzer.analyze(image, OfflineAnalyzerTest.question(image), Call.of(OfflineAnalyzer.NAME));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void missing_languages_are_named() throws InterruptedException {
    var settings = new OcrSettings("tesseract", List.of("xyz"), Duration.ofSeconds(30), 100, 1);
    assertThat(new Tesseract(settings).read(new GrayPicture(1, 1, new byte[1])))
        .isEqualTo(new Reading.Failed("it has none of the languages xyz"));
  }

  private static List<String> randomWords(int count) {
    var random = new Random(SEED);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words;
  }

  private static BufferedImage drawn(List<String> words, int points) {
    var image = new BufferedImage(points * 40, points * 22, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font("DejaVu Sans", Font.PLAIN, points));
    for (int line = 0; line * 4 < words.size(); line++) {
      graphics.drawString(
          String.join(" ", words.subList(line * 4, line * 4 + 4)), points, points * 2 * (line + 1));
    }
    graphics.dispose();
    return image;
  }

  private Outcome.Answered analyze(BufferedImage image) {
    PreparedImage prepared = prepared(image);
    Outcome outcome =
        analyzer.analyze(
            prepared, OfflineAnalyzerTest.question(prepared), Call.of(OfflineAnalyzer.NAME));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return (Outcome.Answered) outcome;
  }

  private static PreparedImage prepared(BufferedImage image) {
    return OfflineAnalyzerTest.prepared(Encoded.as("png", image));
  }

  private static String text(Outcome.Answered answered) {
    return answered.depiction().ocrText().orElse("");
  }
}
