package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The fields of one message, read as protobuf's JSON mapping demands: each name known, in camel or
 * snake case, each value of its type, null as good as absent.
 */
public final class Fields {
  private final String place;
  private final Map<String, JsonNode> values = new HashMap<>();

  /**
   * @param known all names in camel case
   * @param place as in the provider's messages: {@code contents[0].parts[1]}; empty for the whole
   */
  public Fields(JsonNode message, String place, Set<String> known) {
    this.place = place;
    if (!message.isObject()) {
      throw InvalidPayload.mistyped(place, "message", message.toString());
    }
    for (Map.Entry<String, JsonNode> field : message.properties()) {
      String name = FieldNames.camel(field.getKey());
      if (!known.contains(name)) {
        throw InvalidPayload.unknown(field.getKey(), place);
      }
      if (!field.getValue().isNull()) {
        values.put(name, field.getValue());
      }
    }
  }

  public Optional<JsonNode> any(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The place of a field. */
  String at(String name) {
    return place.isEmpty() ? FieldNames.snake(name) : place + "." + FieldNames.snake(name);
  }

  public Optional<Fields> message(String name, Set<String> known) {
    return any(name).map(value -> new Fields(value, at(name), known));
  }

  List<Fields> messages(String name, Set<String> known) {
    var messages = new ArrayList<Fields>();
    any(name)
        .ifPresent(list -> {
          // A single message is taken for a list of one, as the provider does.
          for (JsonNode each : list.isArray() ? list : List.of(list)) {
            messages.add(new Fields(each, at(name) + "[" + messages.size() + "]", known));
          }
        });
    return messages;
  }

  public Optional<String> text(String name) {
    return any(name)
        .map(value -> {
          if (!value.isTextual()) {
            throw InvalidPayload.mistyped(at(name), "TYPE_STRING", value.toString());
          }
          return value.textValue();
        });
  }

  public OptionalInt integer(String name) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.get().canConvertToInt() || !value.get().canConvertToExactIntegral()) {
      throw InvalidPayload.mistyped(at(name), "TYPE_INT32", value.get().toString());
    }
    return OptionalInt.of(value.get().intValue());
  }

  public OptionalDouble number(String name) {
    Optional<JsonNode> value = any(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!value.get().isNumber()) {
      throw InvalidPayload.mistyped(at(name), "TYPE_FLOAT", value.get().toString());
    }
    return OptionalDouble.of(value.get().doubleValue());
  }

  public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    return text(name)
        .map(value -> {
          try {
            return Enum.valueOf(type, value);
          } catch (IllegalArgumentException unknown) {
            throw InvalidPayload.mistyped(at(name), "TYPE_ENUM", '"' + value + '"');
          }
        });
  }
}
