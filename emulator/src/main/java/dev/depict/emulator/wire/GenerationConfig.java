package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the answer is wished.
 *
 * @param schema the shape it is to have
 * @param maxOutputTokens thinking included
 * @param thinkingBudget in tokens; -1 leaves it to the model
 */
record GenerationConfig(
    Optional<String> responseMimeType,
    Optional<JsonNode> schema,
    OptionalInt maxOutputTokens,
    OptionalInt thinkingBudget,
    Optional<ThinkingLevel> thinkingLevel,
    MediaResolution resolution) {

  static final GenerationConfig DEFAULT =
      new GenerationConfig(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          MediaResolution.MEDIA_RESOLUTION_UNSPECIFIED);

  /** The names of the properties the answer is to have. */
  Set<String> schemaFields() {
    var names = new HashSet<String>();
    schema.ifPresent(asked -> asked.path("properties").fieldNames().forEachRemaining(names::add));
    return names;
  }

  /** The schema, if the answer is to be JSON; without either of both the answer is prose. */
  Optional<JsonNode> jsonSchema() {
    return schema.filter(_ -> responseMimeType.equals(Optional.of("application/json")));
  }
}
