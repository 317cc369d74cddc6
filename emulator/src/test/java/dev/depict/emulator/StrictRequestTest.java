package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.Client.Answered;
import dev.depict.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StrictRequestTest extends EmulatorTest {
  private static void assertInvalid(Answered answered, String message) {
    assertThat(answered.status()).isEqualTo(400);
    assertThat(answered.error().path("status").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(answered.error().path("message").asText()).contains(message);
  }

  @Test
  void malformed_json_is_refused() throws Exception {
    assertInvalid(client.generateText("{\"contents\": [}"), "Invalid JSON payload received.");
    assertInvalid(client.generateText("{\"contents\": []} {}"), "Invalid JSON payload received.");
    assertInvalid(client.generateText(""), "Invalid value");
  }

  @Test
  void an_unknown_field_is_refused_wherever_it_stands() throws Exception {
    ObjectNode root = Requests.depict(1).put("prompt", "x");
    ObjectNode config = Requests.depict(1);
    Requests.config(config).put("maxTokens", 5);
    ObjectNode schema = Requests.depict(1);
    Requests.config(schema).withObjectProperty("responseSchema").put("additionalProperties", false);

    assertInvalid(client.generate(root), "Unknown name \"prompt\": Cannot find field.");
    assertInvalid(client.generate(config), "Unknown name \"maxTokens\" at 'generation_config'");
    assertInvalid(
        client.generate(schema),
        "Unknown name \"additionalProperties\" at 'generation_config.response_schema'");
    assertThat(
            client
                .generate(config)
                .detail("BadRequest")
                .path("fieldViolations")
                .path(0)
                .path("field")
                .asText())
        .isEqualTo("generation_config");
  }

  @Test
  void a_value_of_the_wrong_type_is_refused() throws Exception {
    ObjectNode tokens = Requests.depict(1);
    Requests.config(tokens).put("maxOutputTokens", "many");
    ObjectNode resolution = Requests.depict(1);
    Requests.config(resolution).put("mediaResolution", "SHARP");

    assertInvalid(
        client.generate(tokens), "Invalid value at 'generation_config.max_output_tokens'");
    assertInvalid(client.generate(resolution), "'generation_config.media_resolution' (TYPE_ENUM)");
  }

  @Test
  void snake_case_is_as_good_as_camel_case() throws Exception {
    String snake =
        new String(Json.bytes(Requests.depict(3)), StandardCharsets.UTF_8)
            .replace("inlineData", "inline_data")
            .replace("mimeType", "mime_type")
            .replace("systemInstruction", "system_instruction");

    assertThat(client.generateText(snake).text()).contains("code 3");
  }

  @Test
  void a_picture_must_be_one_of_a_kind_that_is_taken() throws Exception {
    byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);

    assertInvalid(client.generate(Requests.depict(text, "image/png", "?")), "process input image");
    assertInvalid(
        client.generate(Requests.depict(text, "image/gif", "?")),
        "Unsupported MIME type: image/gif");
    assertThat(client.generate(Requests.depict(text, "image/webp", "?")).status()).isEqualTo(200);
  }

  @Test
  void a_budget_of_nothing_is_refused_by_models_that_think_by_level() throws Exception {
    ObjectNode request = Requests.depict(1);
    Requests.config(request).putObject("thinkingConfig").put("thinkingBudget", 0);

    assertInvalid(client.generate(request), "Budget 0 is invalid");
    assertThat(client.generate("gemini-2.5-flash", request).status()).isEqualTo(200);
  }

  @Test
  void contents_are_needed() throws Exception {
    assertInvalid(client.generateText("{}"), "contents is not specified");
  }

  @Test
  void another_path_is_no_part_of_the_api() throws Exception {
    assertThat(client.control("GET", "/v1beta/models", "").status()).isEqualTo(404);
    assertThat(client.control("POST", "/v1beta/models/a:embedContent", "").status()).isEqualTo(404);
    assertThat(emulator.books().count()).isZero();
  }
}
