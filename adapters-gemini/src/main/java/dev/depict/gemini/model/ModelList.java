package dev.depict.gemini.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The models that are known: those that come with Depict, and over them those of a file, merged
 * field by field. Does not change.
 */
public final class ModelList {
  private static final String RESOURCE = "models.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, GeminiModel> models = new LinkedHashMap<>();

  private ModelList(ObjectNode nodes) {
    nodes
        .properties()
        .forEach(entry ->
            models.put(entry.getKey(), new ModelFields(entry.getKey(), entry.getValue()).model()));
  }

  /**
   * Reads both.
   *
   * @throws IllegalArgumentException when the file is no such list; the message says where and why
   */
  public static ModelList read(Optional<Path> override) {
    ObjectNode nodes = shipped();
    try {
      override.ifPresent(file -> merge(nodes, own(file)));
      return new ModelList(nodes);
    } catch (IllegalArgumentException problem) {
      throw new IllegalArgumentException(
          "the model list %s cannot be used: %s"
              .formatted(override.map(Path::toString).orElse(RESOURCE), problem.getMessage()),
          problem);
    }
  }

  /** The model of that name, or what is to be assumed of one that is not listed. */
  public GeminiModel find(String name) {
    return Optional.ofNullable(models.get(name)).orElseGet(() -> GeminiModel.unlisted(name));
  }

  private static ObjectNode shipped() {
    try (InputStream resource =
        Objects.requireNonNull(ModelList.class.getResourceAsStream(RESOURCE))) {
      return object(JSON.readTree(resource));
    } catch (IOException broken) {
      throw new IllegalStateException(RESOURCE + " does not come with this build", broken);
    }
  }

  private static ObjectNode own(Path file) {
    try {
      return object(JSON.readTree(Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "it cannot be read as JSON (%s)".formatted(unreadable.getMessage()), unreadable);
    }
  }

  private static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("it must be a JSON object with a field for each model");
  }

  private static void merge(ObjectNode nodes, ObjectNode over) {
    for (Map.Entry<String, JsonNode> model : over.properties()) {
      JsonNode known = nodes.path(model.getKey());
      ObjectNode fields = known instanceof ObjectNode object ? object : JSON.createObjectNode();
      fields.setAll(object(model.getValue()));
      nodes.set(model.getKey(), fields);
    }
  }
}
