package dev.depict.gemini.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | English (BCP 47: en).",
        "pt-BR | Portuguese (Brazil) (BCP 47: pt-BR).",
        "zh-Hant-TW | Chinese (Traditional, Taiwan) (BCP 47: zh-Hant-TW).",
        "'' | English (BCP 47: en).",
        "no language at all | English (BCP 47: en)."
      })
  void the_language_is_named_in_english_and_by_its_tag(String tag, String end) {
    assertThat(Instruction.in(tag)).endsWith(" in " + end + "\n");
  }

  @Test
  void every_plain_language_has_its_display_name() {
    for (String language : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(language);
      assertThat(Instruction.in(language))
          .endsWith(
              " in %s (BCP 47: %s).\n"
                  .formatted(locale.getDisplayName(Locale.ENGLISH), locale.toLanguageTag()));
    }
  }
}
