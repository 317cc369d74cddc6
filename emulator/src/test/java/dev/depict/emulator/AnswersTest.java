package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.Client.Answered;
import dev.depict.emulator.picture.PlainPicture;
import dev.depict.emulator.wire.Json;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswersTest extends EmulatorTest {
  @Override
  EmulatorSettings settings() {
    return super.settings().withCachedTokens(100);
  }

  @Test
  void an_answer_fills_the_schema_and_names_the_code() throws Exception {
    Answered answered = client.generate(Requests.depict(4711));

    JsonNode depiction = answered.depiction();
    assertThat(answered.status()).isEqualTo(200);
    assertThat(depiction.propertyStream().map(Map.Entry::getKey))
        .containsExactly("alt_text", "description", "keywords", "ocr_text");
    assertThat(depiction.path("alt_text").asText()).contains("code 4711").hasSizeLessThan(126);
    assertThat(depiction.path("description").asText()).contains("code 4711");
    assertThat(depiction.path("keywords")).hasSizeBetween(5, 10).doesNotHaveDuplicates();
    assertThat(depiction.path("ocr_text").asText()).isEqualTo("code 4711");
  }

  @Test
  void a_picture_without_code_has_no_text_in_it() throws Exception {
    byte[] plain = PlainPicture.png(40, 30);

    JsonNode depiction = client.generate(Requests.depict(plain, "image/png", "What?")).depiction();

    assertThat(depiction.path("ocr_text").isNull()).isTrue();
    assertThat(depiction.path("alt_text").asText())
        .isEqualTo("Blocks of black, 40 by 30 pixels, with no code.");
    assertThat(depiction.path("description").asText()).contains("no code", "40 by 30");
    assertThat(depiction.path("keywords")).hasSizeBetween(5, 10).doesNotHaveDuplicates();
  }

  @Test
  void an_answer_carries_usage_and_names_its_model() throws Exception {
    Answered answered = client.generate(Requests.depict(1));

    JsonNode usage = answered.usage();
    assertThat(answered.candidate().path("finishReason").asText()).isEqualTo("STOP");
    assertThat(usage.path("promptTokenCount").asInt()).isEqualTo(1120 + 15 + 3);
    assertThat(usage.path("candidatesTokenCount").asInt())
        .isEqualTo(Math.ceilDiv(answered.text().length(), 4));
    assertThat(usage.path("cachedContentTokenCount").asInt()).isEqualTo(100);
    assertThat(usage.path("totalTokenCount").asInt())
        .isEqualTo(
            usage.path("promptTokenCount").asInt() + usage.path("candidatesTokenCount").asInt());
    assertThat(answered.json().path("modelVersion").asText()).isEqualTo(Client.MODEL);
    assertThat(answered.json().path("responseId").asText()).isNotEmpty();
  }

  @Test
  void thinking_is_counted_apart_and_in_the_total() throws Exception {
    ObjectNode request = Requests.depict(1);
    Requests.config(request).putObject("thinkingConfig").put("thinkingLevel", "LOW");

    JsonNode usage = client.generate(request).usage();

    assertThat(usage.path("thoughtsTokenCount").asInt()).isEqualTo(64);
    assertThat(usage.path("totalTokenCount").asInt())
        .isEqualTo(
            usage.path("promptTokenCount").asInt()
                + usage.path("candidatesTokenCount").asInt()
                + 64);
  }

  @Test
  void the_colours_are_those_of_the_pixels() throws Exception {
    byte[] picture = PlainPicture.png(600, 800, Color.ORANGE, Color.BLUE);

    JsonNode depiction =
        client.generate(Requests.depict(picture, "image/png", "What?")).depiction();

    assertThat(depiction.path("alt_text").asText())
        .isEqualTo("Blocks of orange and blue, 600 by 800 pixels, with no code.");
    assertThat(depiction.path("keywords").valueStream().map(JsonNode::asText))
        .contains("portrait", "large", "orange", "blue");
  }

  @Test
  void the_answer_is_in_the_language_that_the_instruction_names() throws Exception {
    assertThat(altText("Answer in German.")).startsWith("Flächen in").contains("code 3");
    assertThat(altText("All text is in the language `ru`.")).startsWith("Пятна");
    assertThat(altText("Language of the answer: the one with the tag \"pt-BR\"."))
        .startsWith("[pt-BR] Blocks");
    assertThat(altText("Describe what is in it.")).startsWith("Blocks of");
  }

  private String altText(String instruction) throws Exception {
    ObjectNode request = Requests.depict(3);
    request
        .withObjectProperty("systemInstruction")
        .putArray("parts")
        .addObject()
        .put("text", instruction);
    return client.generate(request).depiction().path("alt_text").asText();
  }

  @Test
  void a_scripted_answer_is_given_word_for_word() throws Exception {
    emulator.answers().onCode(3, "{\"alt_text\": \"A cat.\"}");
    emulator.answers().onNext(1, "first");

    assertThat(client.generate(Requests.depict(3)).depiction().path("alt_text").asText())
        .isEqualTo("A cat.");
    assertThat(client.generate(Requests.depict(4)).text()).isEqualTo("first");
    assertThat(client.generate(Requests.depict(4)).text()).contains("code 4");
    emulator.answers().clear();
    assertThat(client.generate(Requests.depict(3)).text()).contains("code 3");
  }

  @Test
  void a_json_schema_rules_as_well() throws Exception {
    ObjectNode request = Requests.depict(12);
    Requests.config(request).remove("responseSchema");
    ObjectNode schema =
        Requests.config(request).putObject("responseJsonSchema").put("type", "object");
    schema.putObject("properties").putObject("count").put("type", "integer");

    assertThat(client.generate(request).depiction())
        .isEqualTo(Json.read("{\"count\": 12}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void without_mime_type_or_schema_the_answer_is_prose() throws Exception {
    ObjectNode noType = Requests.depict(5);
    Requests.config(noType).remove("responseMimeType");
    ObjectNode noSchema = Requests.depict(5);
    Requests.config(noSchema).remove("responseSchema");

    assertThat(client.generate(noType).text()).startsWith("The picture is").contains("code 5");
    assertThat(client.generate(noSchema).text()).startsWith("The picture is").contains("code 5");
  }

  @Test
  void an_answer_is_cut_at_the_output_limit() throws Exception {
    ObjectNode request = Requests.depict(5);
    Requests.config(request).put("maxOutputTokens", 10);

    Answered answered = client.generate(request);

    assertThat(answered.candidate().path("finishReason").asText()).isEqualTo("MAX_TOKENS");
    assertThat(answered.text()).hasSize(40);
  }
}
