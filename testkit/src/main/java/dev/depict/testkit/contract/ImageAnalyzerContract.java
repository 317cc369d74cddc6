package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Charge;
import dev.depict.testkit.picture.Pictures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every analyzer whose provider is well. */
public abstract class ImageAnalyzerContract {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;

  protected ImageAnalyzerContract() {}

  /** An analyzer that can answer. */
  protected abstract ImageAnalyzer analyzer();

  /** A model that it can be asked for. */
  protected abstract String model();

  private Outcome analyze(int number) {
    byte[] content = Pictures.png(number, WIDTH, HEIGHT);
    MediaDigest digest = MediaDigest.of(content);
    ImageAnalyzer analyzer = analyzer();
    return analyzer.analyze(
        new PreparedImage(
            new Media(digest, MediaFormat.PNG, content.length, WIDTH, HEIGHT),
            PreparedImage.Capture.NOTHING_KNOWN,
            "image/png",
            content,
            WIDTH,
            HEIGHT),
        new Question(
            digest,
            "",
            "",
            analyzer.provider(),
            Optional.empty(),
            "en",
            MediaResolution.HIGH,
            "test-1",
            1,
            1),
        ImageAnalyzer.Call.of(model()));
  }

  @Test
  void it_says_who_answers() {
    assertThat(analyzer().provider()).isNotBlank();
  }

  @Test
  void it_says_how_many_calls_at_once_make_sense() {
    assertThat(analyzer().concurrency()).isPositive();
  }

  @Test
  void a_picture_gets_words_that_say_where_they_come_from() {
    assertThat(analyze(1)).isInstanceOf(Outcome.Answered.class);
    Outcome.Answered answered = (Outcome.Answered) analyze(1);
    assertThat(answered.depiction().altText()).isNotBlank();
    assertThat(answered.depiction().description()).isNotBlank();
    assertThat(answered.depiction().keywords())
        .doesNotHaveDuplicates()
        .allSatisfy(keyword -> assertThat(keyword).isNotBlank().isLowerCase());
    assertThat(answered.depiction().language()).isNotBlank();
    assertThat(answered.provenance().provider()).isEqualTo(analyzer().provider());
    assertThat(answered.provenance().modelAsked()).isEqualTo(model());
    assertThat(answered.provenance().modelAnswered()).isNotBlank();
    assertThat(answered.charge())
        .isEqualTo(
            new Charge.Billed(
                answered.provenance().usage(),
                answered.provenance().cost(),
                answered.responseId()));
  }

  @Test
  void several_pictures_can_be_analyzed_at_once() {
    List<Outcome> outcomes = Together.run(8, this::analyze);
    assertThat(outcomes).hasSize(8).hasOnlyElementsOfType(Outcome.Answered.class);
  }
}
