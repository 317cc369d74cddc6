package dev.depict.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageWishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Write in the language with the BCP 47 tag \"de\".|de",
        "Answer in the language tagged `pt-BR`, whatever the context says.|pt-BR",
        "Language: ru|ru",
        "BCP 47 language tag: fr. Nothing else.|fr",
        "Every field is in German.|de",
        "Answer in Brazilian Portuguese, please.|pt",
        "Answer in Russian (ru).|ru",
        "Write alt_text in Portuguese (Brazil) (BCP 47: pt-BR).|pt-BR",
        "The answer's language is Spanish: write in Spanish.|es"
      })
  void a_language_is_found(String instruction, String tag) {
    assertThat(LanguageWish.of(instruction)).hasValue(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You describe pictures. Say what is in the picture.",
        "The language is to be simple, in short sentences.",
        "The language of the text in it is kept.",
        ""
      })
  void without_one_there_is_none(String instruction) {
    assertThat(LanguageWish.of(instruction)).isEmpty();
  }
}
