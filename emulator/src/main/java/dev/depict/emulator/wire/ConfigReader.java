package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.model.GeminiModel;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the generation config and checks what the model makes of it. */
final class ConfigReader {
  private static final Set<String> CONFIG =
      Set.of(
          "responseMimeType",
          "responseSchema",
          "responseJsonSchema",
          "maxOutputTokens",
          "temperature",
          "thinkingConfig",
          "mediaResolution",
          "topP",
          "topK",
          "candidateCount",
          "seed",
          "stopSequences");
  private static final Set<String> THINKING =
      Set.of("thinkingBudget", "thinkingLevel", "includeThoughts");
  private static final Set<String> MIME_TYPES =
      Set.of("text/plain", "application/json", "text/x.enum");
  private static final double HOTTEST = 2;

  private ConfigReader() {}

  static GenerationConfig read(Fields request, GeminiModel model) {
    return request
        .message("generationConfig", CONFIG)
        .map(config -> config(config, model))
        .orElse(GenerationConfig.DEFAULT);
  }

  private static GenerationConfig config(Fields config, GeminiModel model) {
    checkTemperature(config.number("temperature"));
    Optional<Fields> thinking = config.message("thinkingConfig", THINKING);
    OptionalInt budget =
        thinking.map(fields -> fields.integer("thinkingBudget")).orElse(OptionalInt.empty());
    Optional<ThinkingLevel> level =
        thinking.flatMap(fields -> fields.constant("thinkingLevel", ThinkingLevel.class));
    checkThinking(model, budget, level);
    Optional<String> mimeType = mimeType(config);
    Optional<JsonNode> schema = schema(config);
    return new GenerationConfig(
        mimeType,
        schema,
        outputLimit(config),
        budget,
        level,
        config
            .constant("mediaResolution", MediaResolution.class)
            .orElse(MediaResolution.MEDIA_RESOLUTION_UNSPECIFIED));
  }

  private static Optional<String> mimeType(Fields config) {
    Optional<String> mimeType = config.text("responseMimeType");
    mimeType
        .filter(each -> !MIME_TYPES.contains(each))
        .ifPresent(unknown -> {
          throw InvalidPayload.of(
              "* GenerateContentRequest.generation_config.response_mime_type: allowed mimetypes"
                  + " are `text/plain`, `application/json`, `text/x.enum`\n");
        });
    return mimeType;
  }

  private static Optional<JsonNode> schema(Fields config) {
    Optional<JsonNode> openApi = config.any("responseSchema");
    openApi.ifPresent(schema -> SchemaCheck.check(schema, config.at("responseSchema")));
    Optional<JsonNode> jsonSchema = config.any("responseJsonSchema");
    if (openApi.isPresent() && jsonSchema.isPresent()) {
      throw InvalidPayload.of("Only one of response_schema and response_json_schema may be set.");
    }
    return openApi.or(() -> jsonSchema);
  }

  private static OptionalInt outputLimit(Fields config) {
    OptionalInt limit = config.integer("maxOutputTokens");
    if (limit.isPresent() && limit.getAsInt() < 1) {
      throw InvalidPayload.of(
          "* GenerateContentRequest.generation_config.max_output_tokens: max_output_tokens must be"
              + " positive.\n");
    }
    return limit;
  }

  private static void checkTemperature(OptionalDouble temperature) {
    if (temperature.isPresent()
        && !(temperature.getAsDouble() >= 0 && temperature.getAsDouble() <= HOTTEST)) {
      throw InvalidPayload.of(
          "* GenerateContentRequest.generation_config.temperature: temperature must be in the range"
              + " [0.0, 2.0].\n");
    }
  }

  private static void checkThinking(
      GeminiModel model, OptionalInt budget, Optional<ThinkingLevel> level) {
    if (budget.isPresent() && level.isPresent()) {
      throw InvalidPayload.of("You can only set only one of thinking budget and thinking level.");
    }
    switch (model.thinking()) {
      case BUDGET -> {
        if (level.isPresent()) {
          throw InvalidPayload.of("Thinking level is not supported for this model.");
        }
      }
      case LEVEL -> {
        if (budget.isPresent() && budget.getAsInt() == 0) {
          throw InvalidPayload.of("Budget 0 is invalid. This model only works in thinking mode.");
        }
      }
    }
  }
}
