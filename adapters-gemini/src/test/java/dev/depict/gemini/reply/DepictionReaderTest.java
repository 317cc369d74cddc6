package dev.depict.gemini.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.answer.Depiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DepictionReaderTest {
  private static final String GOOD =
      """
      {"alt_text": "A cat.", "description": " It sits. ", "keywords": ["cat", "mat"],
       "ocr_text": "EXIT"}\
      """;

  private static Depiction good(String text) {
    return ((Reading.Good) DepictionReader.read(text, "de")).depiction();
  }

  private static String bad(String text) {
    return ((Reading.Bad) DepictionReader.read(text, "de")).code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\n %s \n", "```json\n%s\n```", "```\n%s```  \n", "```JSON %s ```"})
  void fences_and_spaces_round_the_json_are_mended(String around) {
    Depiction depiction = good(around.formatted(GOOD));

    assertThat(depiction.altText()).isEqualTo("A cat.");
    assertThat(depiction.description()).isEqualTo("It sits.");
    assertThat(depiction.keywords()).containsExactly("cat", "mat");
    assertThat(depiction.ocrText()).contains("EXIT");
    assertThat(depiction.language()).isEqualTo("de");
  }

  @Test
  void keywords_are_mended() {
    String many =
        "[\" Cat \", \"cat\", \"\", \"ÄPFEL\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\","
            + " \"j\", \"k\"]";

    assertThat(good(GOOD.replace("[\"cat\", \"mat\"]", many)).keywords())
        .containsExactly("cat", "äpfel", "c", "d", "e", "f", "g", "h", "i", "j");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \\n \""})
  void no_text_in_the_picture_is_absent(String ocrText) {
    assertThat(good(GOOD.replace("\"EXIT\"", ocrText)).ocrText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | EMPTY",
        "Sorry. | NOT_JSON",
        "{\"alt_text\": \"a\" | NOT_JSON",
        "{} {} | NOT_JSON",
        "[] | MISSING_FIELD",
        "7 | MISSING_FIELD",
        "{\"description\": \"d\", \"keywords\": []} | MISSING_FIELD",
        "{\"alt_text\": \" \", \"description\": \"d\", \"keywords\": []} | MISSING_FIELD",
        "{\"alt_text\": \"a\", \"description\": null, \"keywords\": []} | MISSING_FIELD",
        "{\"alt_text\": \"a\", \"description\": \"d\"} | MISSING_FIELD",
        "{\"alt_text\": 7, \"description\": \"d\", \"keywords\": []} | WRONG_TYPE",
        "{\"alt_text\": \"a\", \"description\": \"d\", \"keywords\": \"k\"} | WRONG_TYPE",
        "{\"alt_text\": \"a\", \"description\": \"d\", \"keywords\": [7]} | WRONG_TYPE",
        "{\"alt_text\": \"a\", \"description\": \"d\", \"keywords\": [], \"ocr_text\": []} |"
            + " WRONG_TYPE"
      })
  void large_faults_are_not_mended(String text, String code) {
    assertThat(bad(text)).isEqualTo(code);
  }
}
