package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.ModelCatalogue.Expectation;
import dev.depict.application.port.out.ModelCatalogue.Warning;
import dev.depict.domain.error.QuestionTooLarge;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.quota.QuotaKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeminiModelsTest extends GeminiTest {
  private Expectation expect(String model, int width, int height, MediaFormat format) {
    return expect(new GeminiModels(settings(), clock), model, width, height, format);
  }

  private static Expectation expect(
      GeminiModels models, String model, int width, int height, MediaFormat format) {
    Media media = new Media(image(1).original().digest(), format, 100, width, height);
    return models.expect(
        new QuotaKey("gemini", "default", model), media, question(image(1), "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "384, 384, 1",
    "385, 100, 2",
    "960, 540, 6",
    "1920, 1920, 9",
    // Sent as 1920 × 1080.
    "3840, 2160, 6",
    "2160, 3840, 6",
    // Sent as 1920 × 1.
    "100000, 1, 8"
  })
  void a_tiled_picture_is_counted_as_it_is_sent(int width, int height, int tiles) {
    long one = expect("gemini-2.5-flash", 1, 1, MediaFormat.PNG).estimate().inputTokens();
    long many = expect("gemini-2.5-flash", width, height, MediaFormat.PNG).estimate().inputTokens();

    assertThat(many - one).isEqualTo(258L * (tiles - 1));
  }

  @Test
  void a_picture_that_is_not_prepared_is_counted_as_it_is() {
    long heic = expect("gemini-2.5-flash", 3840, 2160, MediaFormat.HEIC).estimate().inputTokens();
    long jpeg = expect("gemini-2.5-flash", 3840, 2160, MediaFormat.JPEG).estimate().inputTokens();

    assertThat(heic - jpeg).isEqualTo(258L * (15 - 6));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4000, 3000", "100000, 1"})
  void the_newer_models_count_every_size_alike(int width, int height) {
    assertThat(expect(MODEL, width, height, MediaFormat.PNG))
        .isEqualTo(expect(MODEL, 640, 480, MediaFormat.PNG));
  }

  @Test
  void an_estimate_is_never_below_what_is_counted_and_not_far_above() {
    Ends.answered(ask(1, "Tell the colours.", "A page about patterns."));
    long counted = emulator.books().arrivals().getFirst().inputTokens();
    long estimated =
        new GeminiModels(settings(), clock)
            .expect(
                new QuotaKey("gemini", "default", MODEL),
                image(1).original(),
                question(image(1), "Tell the colours.", "A page about patterns."))
            .estimate()
            .inputTokens();

    assertThat(estimated).isBetween(counted, counted + 100);
  }

  @Test
  void the_cost_is_that_of_all_expected_tokens() {
    Expectation expectation = expect(MODEL, 640, 480, MediaFormat.PNG);

    assertThat(expectation.outputTokens()).isEqualTo(728);
    assertThat(expectation.priced()).isTrue();
    assertThat(expectation.estimate().cost().value())
        .isEqualTo(Math.round(0.30 * expectation.estimate().inputTokens() + 2.50 * 728));
  }

  @Test
  void prices_change_on_their_day() {
    clock.set(Instant.parse("2026-12-31T23:59:59Z"));
    long before = expect("gemini-3.8-flash", 1, 1, MediaFormat.PNG).estimate().cost().value();
    clock.set(Instant.parse("2027-01-01T00:00:00Z"));
    long after = expect("gemini-3.8-flash", 1, 1, MediaFormat.PNG).estimate().cost().value();

    assertThat(after).isBetween(2 * before - 1, 2 * before + 1);
  }

  @Test
  void a_question_that_fits_no_minute_is_refused() {
    long needed = expect(MODEL, 1, 1, MediaFormat.PNG).estimate().inputTokens();
    var exact = new GeminiModels(settings().withTokensPerMinute(needed), clock);
    var tight = new GeminiModels(settings().withTokensPerMinute(needed - 1), clock);

    assertThat(expect(exact, MODEL, 1, 1, MediaFormat.PNG).estimate().inputTokens())
        .isEqualTo(needed);
    assertThatThrownBy(() -> expect(tight, MODEL, 1, 1, MediaFormat.PNG))
        .isInstanceOf(QuestionTooLarge.class)
        .hasMessageContaining(Long.toString(needed));
  }

  @Test
  void a_model_that_is_not_listed_is_counted_cautiously_and_warned_about() {
    Expectation expectation = expect("gemini-9-ultra", 1920, 1080, MediaFormat.PNG);
    List<Warning> warnings =
        new GeminiModels(settings(), clock).warnings(List.of("gemini-9-ultra", MODEL));

    assertThat(expectation.priced()).isFalse();
    assertThat(expectation.estimate().cost().value()).isZero();
    assertThat(expectation.outputTokens()).isEqualTo(8192);
    assertThat(expectation.estimate().inputTokens())
        .isEqualTo(
            expect("gemini-2.5-flash", 1920, 1080, MediaFormat.PNG).estimate().inputTokens());
    assertThat(expect("gemini-9-ultra", 1, 1, MediaFormat.PNG).estimate().inputTokens())
        .isEqualTo(expect(MODEL, 1, 1, MediaFormat.PNG).estimate().inputTokens());
    assertThat(warnings).extracting(Warning::model).containsExactly("gemini-9-ultra");
  }

  @Test
  void a_model_that_ends_is_warned_about_with_its_replacement() {
    var models = new GeminiModels(settings(), clock);
    Warning before = models.warnings(List.of("gemini-2.5-flash")).getFirst();
    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    Warning after = models.warnings(List.of("gemini-2.5-flash")).getFirst();

    assertThat(before.endTime()).contains(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(before.replacement()).isEqualTo(MODEL);
    assertThat(before.message()).contains("will not", "2026-12-01", MODEL);
    assertThat(after.message()).contains("since 2026-12-01");
  }

  @Test
  void a_list_of_ones_own_is_put_over_field_by_field(@TempDir Path folder) throws Exception {
    Path own =
        Files.writeString(
            folder.resolve("own.json"),
            """
            {"gemini-3.5-flash-lite": {"prices": [{"input": 1, "output": 2.5}]},
             "gemini-9-ultra": {"counting": "BY_RESOLUTION", "thinking": {"budget": 0},
                                "prices": [{"input": 9, "output": 9}]}}
            """);
    var models = new GeminiModels(settings().withModelList(own), clock);

    assertThat(models.warnings(List.of("gemini-9-ultra"))).isEmpty();
    assertThat(expect(models, "gemini-9-ultra", 1, 1, MediaFormat.PNG).outputTokens())
        .isEqualTo(600);
    Expectation changed = expect(models, MODEL, 1, 1, MediaFormat.PNG);
    assertThat(changed.outputTokens()).isEqualTo(728);
    assertThat(changed.estimate().cost().value())
        .isEqualTo(changed.estimate().inputTokens() + 1820);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | a JSON object",
        "{ | cannot be read as JSON",
        "{\"m\": {\"counting\": \"TILES\"}} | counting of model 'm' is TILES",
        "{\"m\": {\"prices\": [{\"input\": \"x\"}]}} | prices.input of model 'm'",
        "{\"m\": {\"end\": \"soon\"}} | end of model 'm'"
      })
  void a_list_that_cannot_be_used_says_where_and_why(
      String content, String words, @TempDir Path folder) throws Exception {
    Path own = Files.writeString(folder.resolve("own.json"), content);

    assertThatThrownBy(() -> new GeminiModels(settings().withModelList(own), clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(own.toString())
        .hasMessageContaining(words);
  }
}
