package dev.depict.gemini.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AltTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A cat on a mat. | A cat on a mat.",
        "An image of a cat. | A cat.",
        "Picture of éclairs | Éclairs",
        "This is a photo of the sea. | The sea.",
        "Photo offers for sale | Photo offers for sale",
        "A cat   on\ta mat | A cat on a mat"
      })
  void words_that_say_it_is_a_picture_are_dropped(String words, String mended) {
    assertThat(AltText.mend(words)).isEqualTo(mended);
  }

  @Test
  void a_long_one_is_cut_at_a_word() {
    String mended = AltText.mend("seven77 ".repeat(20));

    assertThat(mended).isEqualTo("seven77 ".repeat(15).strip() + "…").hasSizeLessThan(126);
    assertThat(AltText.mend("x".repeat(125))).isEqualTo("x".repeat(125));
  }

  @Test
  void one_without_words_is_cut_between_characters() {
    String mended = AltText.mend("🐈".repeat(200));

    assertThat(mended).isEqualTo("🐈".repeat(124) + "…");
  }
}
