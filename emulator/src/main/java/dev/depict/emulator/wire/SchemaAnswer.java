package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fills a schema, whichever of both kinds: exactly the properties it names, by their names and
 * types. Nothing that it does not ask for is answered.
 */
final class SchemaAnswer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Words words;

  SchemaAnswer(Words words) {
    this.words = words;
  }

  JsonNode fill(JsonNode schema) {
    return value("", schema);
  }

  private JsonNode value(String name, JsonNode schema) {
    if (schema.path("enum").path(0).isTextual()) {
      return schema.path("enum").path(0);
    }
    if (schema.path("anyOf").isArray()) {
      return value(name, schema.path("anyOf").path(0));
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "integer", "number" -> NODES.numberNode(words.firstCode());
      case "boolean" -> NODES.booleanNode(words.hasCode());
      case "null" -> NODES.nullNode();
      default -> string(name, schema);
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    for (String name : names(schema)) {
      object.set(name, value(name, schema.path("properties").path(name)));
    }
    return object;
  }

  private static List<String> names(JsonNode schema) {
    var names = new ArrayList<String>();
    schema.path("propertyOrdering").forEach(name -> names.add(name.asText()));
    schema
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> {
          if (!names.contains(name)) {
            names.add(name);
          }
        });
    return names;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    if (name.equals("keywords")) {
      words.keywords().forEach(array::add);
    } else {
      array.add(value(name, schema.path("items")));
    }
    return array;
  }

  private JsonNode string(String name, JsonNode schema) {
    return switch (name) {
      case "alt_text" -> NODES.textNode(words.altText());
      case "description" -> NODES.textNode(words.description());
      case "ocr_text" -> ocrText(schema);
      default -> NODES.textNode(words.codes());
    };
  }

  private JsonNode ocrText(JsonNode schema) {
    if (words.hasCode()) {
      return NODES.textNode(words.codes());
    }
    return isNullable(schema) ? NODES.nullNode() : NODES.textNode("");
  }

  private static boolean isNullable(JsonNode schema) {
    for (JsonNode type : schema.path("type")) {
      if (type.asText().equals("null")) {
        return true;
      }
    }
    return schema.path("nullable").asBoolean();
  }

  /** In lower case; of several the first that is not null. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode each : type) {
      if (!each.asText().equals("null")) {
        return each.asText();
      }
    }
    return type.asText().toLowerCase(Locale.ROOT);
  }
}
