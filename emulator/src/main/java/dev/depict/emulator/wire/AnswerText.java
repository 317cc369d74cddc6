package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.picture.SentPicture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of an answer: as scripted, else what is seen, in the shape and the language asked for.
 *
 * @param script the text to answer, whatever the pictures show
 */
record AnswerText(GenerateRequest request, List<SentPicture> pictures, Optional<String> script) {
  String whole() {
    return script.orElseGet(this::whatIsSeen);
  }

  /** JSON that lacks the first property of the schema. */
  String withoutFirstField() {
    JsonNode filled = filledSchema().orElseGet(Json::object);
    if (filled instanceof ObjectNode object && !object.isEmpty()) {
      object.remove(object.fieldNames().next());
    }
    return string(filled);
  }

  private String whatIsSeen() {
    Optional<String> wish = FormatWish.obeyed(request);
    if (wish.isPresent()) {
      return "<%1$s>%2$s</%1$s>".formatted(wish.get(), words().codes());
    }
    return filledSchema().map(AnswerText::string).orElseGet(() -> words().description());
  }

  private Optional<JsonNode> filledSchema() {
    return request.config().jsonSchema().map(new SchemaAnswer(words())::fill);
  }

  private Words words() {
    return new Words(pictures, Language.of(LanguageWish.of(request.instruction())));
  }

  private static String string(JsonNode node) {
    return new String(Json.bytes(node), StandardCharsets.UTF_8);
  }
}
