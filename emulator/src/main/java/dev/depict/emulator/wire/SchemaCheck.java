package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks a {@code responseSchema}, which is a message of its own and not JSON Schema. */
final class SchemaCheck {
  private static final Set<String> SCHEMA =
      Set.of(
          "type",
          "format",
          "title",
          "description",
          "nullable",
          "enum",
          "maxItems",
          "minItems",
          "properties",
          "required",
          "minProperties",
          "maxProperties",
          "minLength",
          "maxLength",
          "pattern",
          "example",
          "anyOf",
          "propertyOrdering",
          "default",
          "items",
          "minimum",
          "maximum");
  private static final Set<String> TYPES =
      Set.of("STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL");

  private SchemaCheck() {}

  static void check(JsonNode schema, String place) {
    var fields = new Fields(schema, place, SCHEMA);
    fields
        .text("type")
        .filter(type -> !TYPES.contains(type.toUpperCase(Locale.ROOT)))
        .ifPresent(type -> {
          throw InvalidPayload.mistyped(fields.at("type"), "TYPE_ENUM", '"' + type + '"');
        });
    fields.any("items").ifPresent(items -> check(items, fields.at("items")));
    for (Map.Entry<String, JsonNode> property :
        fields.any("properties").map(JsonNode::properties).orElse(Set.of())) {
      check(property.getValue(), fields.at("properties") + "[" + property.getKey() + "].value");
    }
    checkRequired(fields);
  }

  private static void checkRequired(Fields fields) {
    JsonNode properties = fields.any("properties").orElse(Json.object());
    for (JsonNode name : fields.any("required").orElse(Json.object().putArray("none"))) {
      if (!properties.has(name.asText())) {
        throw InvalidPayload.of(
            "* GenerateContentRequest.%s: property is not defined\n"
                .formatted(fields.at("required")));
      }
    }
  }
}
