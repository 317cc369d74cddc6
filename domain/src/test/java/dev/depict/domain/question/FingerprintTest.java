package dev.depict.domain.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.depict.domain.media.MediaDigest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final MediaDigest MEDIA =
      MediaDigest.of("a picture".getBytes(StandardCharsets.UTF_8));

  private static Question question(
      String prompt, String context, String provider, Optional<String> model, String language) {
    return new Question(
        MEDIA,
        prompt,
        context,
        provider,
        model,
        language,
        MediaResolution.HIGH,
        "upright-1920-1",
        3,
        2);
  }

  private static Question withVersions(
      MediaDigest media,
      MediaResolution resolution,
      String preparation,
      int instruction,
      int schema) {
    return new Question(
        media,
        "What colour is it?",
        "Über uns",
        "gemini",
        Optional.of("gemini-3.5-flash-lite"),
        "de",
        resolution,
        preparation,
        instruction,
        schema);
  }

  private static Question base() {
    return withVersions(MEDIA, MediaResolution.HIGH, "upright-1920-1", 3, 2);
  }

  @Test
  void the_fingerprint_of_a_question_never_changes() {
    // Made outside Java: a change here means that every stored answer is paid for again.
    assertThat(base().fingerprint().hex())
        .isEqualTo("f5ada768571e7b4a95db30222a8cf89c50ceeb742c389037989f14f479fe88c5");
  }

  @Test
  void equal_questions_have_equal_fingerprints() {
    assertThat(base().fingerprint()).isEqualTo(base().fingerprint());
  }

  @Test
  void each_field_changes_the_fingerprint() {
    Optional<String> model = Optional.of("gemini-3.5-flash-lite");
    String prompt = "What colour is it?";
    String context = "Über uns";
    assertThat(
            Stream.of(
                    base(),
                    withVersions(
                        MediaDigest.of(new byte[] {1}),
                        MediaResolution.HIGH,
                        "upright-1920-1",
                        3,
                        2),
                    withVersions(MEDIA, MediaResolution.LOW, "upright-1920-1", 3, 2),
                    withVersions(MEDIA, MediaResolution.HIGH, "upright-1920-2", 3, 2),
                    withVersions(MEDIA, MediaResolution.HIGH, "upright-1920-1", 4, 2),
                    withVersions(MEDIA, MediaResolution.HIGH, "upright-1920-1", 3, 3),
                    question(prompt + " ", context, "gemini", model, "de"),
                    question(prompt, "Uber uns", "gemini", model, "de"),
                    question(prompt, context, "offline", model, "de"),
                    question(prompt, context, "gemini", Optional.of("gemini-2.5-flash"), "de"),
                    question(prompt, context, "gemini", Optional.empty(), "de"),
                    question(prompt, context, "gemini", model, "en"))
                .map(Question::fingerprint))
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  @Test
  void words_cannot_slip_from_one_field_into_the_next() {
    assertThat(
            Stream.of(
                    question("ab", "", "gemini", Optional.empty(), "en"),
                    question("a", "b", "gemini", Optional.empty(), "en"),
                    question("", "ab", "gemini", Optional.empty(), "en"),
                    question("ab\u0000", "", "gemini", Optional.empty(), "en"),
                    question("ab", "\u0000", "gemini", Optional.empty(), "en"),
                    question("a", "bgemini", "gemini", Optional.empty(), "en"),
                    question("ab\u0000\u0000\u0000\u0000", "", "gemini", Optional.empty(), "en"))
                .map(Question::fingerprint))
        .doesNotHaveDuplicates();
  }

  @Test
  void no_model_is_not_a_model_without_a_name() {
    assertThat(question("", "", "gemini", Optional.of(""), "en").fingerprint())
        .isNotEqualTo(question("", "", "gemini", Optional.empty(), "en").fingerprint());
    assertThat(question("", "", "gemini", Optional.of("configured"), "en").fingerprint())
        .isNotEqualTo(question("", "", "gemini", Optional.empty(), "en").fingerprint());
  }

  @Test
  void a_fingerprint_comes_back_from_its_bytes() {
    Fingerprint fingerprint = base().fingerprint();
    assertThat(fingerprint.bytes()).hasSize(32);
    assertThat(Fingerprint.ofBytes(fingerprint.bytes())).isEqualTo(fingerprint);
    assertThat(fingerprint).hasToString(fingerprint.hex());
  }

  @Test
  void anything_but_64_lower_case_digits_is_no_fingerprint() {
    String hex = base().fingerprint().hex();
    for (String wrong :
        Stream.of("", hex.substring(1), hex + "0", "F" + hex.substring(1)).toList()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Fingerprint(wrong))
          .withMessageContaining("'" + wrong + "'");
    }
  }
}
