package dev.depict.gemini.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.depict.domain.answer.Depiction;
import dev.depict.gemini.request.AnswerSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of an answer: mends small faults, refuses large ones. */
final class DepictionReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern FENCED = Pattern.compile("```\\w*\\s*(.*?)\\s*```", Pattern.DOTALL);

  private final JsonNode answer;
  private final List<Reading.Bad> faults = new ArrayList<>();

  private DepictionReader(JsonNode answer) {
    this.answer = answer;
  }

  static Reading read(String text, String language) {
    if (text.isBlank()) {
      return new Reading.Bad("EMPTY", "the answer holds no text");
    }
    try {
      return new DepictionReader(JSON.readTree(unfenced(text.strip()))).read(language);
    } catch (JsonProcessingException noJson) {
      return new Reading.Bad("NOT_JSON", "the answer is not JSON");
    }
  }

  private static String unfenced(String text) {
    Matcher fenced = FENCED.matcher(text);
    return fenced.matches() ? fenced.group(1) : text;
  }

  private Reading read(String language) {
    var depiction =
        new Depiction(
            AltText.mend(required(AnswerSchema.ALT_TEXT)),
            required(AnswerSchema.DESCRIPTION),
            Keywords.mend(keywords()),
            ocrText(),
            language);
    if (depiction.altText().isEmpty()) {
      missing(AnswerSchema.ALT_TEXT);
    }
    return faults.isEmpty() ? new Reading.Good(depiction) : faults.getFirst();
  }

  private String required(String field) {
    String words = text(field, answer.path(field)).orElse("");
    if (words.isEmpty()) {
      missing(field);
    }
    return words;
  }

  private Optional<String> ocrText() {
    return text(AnswerSchema.OCR_TEXT, answer.path(AnswerSchema.OCR_TEXT));
  }

  private List<String> keywords() {
    JsonNode list = answer.path(AnswerSchema.KEYWORDS);
    if (list.isMissingNode() || list.isNull()) {
      missing(AnswerSchema.KEYWORDS);
    } else if (!list.isArray()) {
      mistyped(AnswerSchema.KEYWORDS);
    }
    var words = new ArrayList<String>();
    list.forEach(word -> text(AnswerSchema.KEYWORDS, word).ifPresent(words::add));
    return words;
  }

  /** Blank is as good as absent. */
  private Optional<String> text(String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      mistyped(field);
    }
    return Optional.of(value.asText().strip()).filter(words -> !words.isEmpty());
  }

  private void missing(String field) {
    faults.add(new Reading.Bad("MISSING_FIELD", "the answer has no " + field));
  }

  private void mistyped(String field) {
    faults.add(new Reading.Bad("WRONG_TYPE", "the answer's " + field + " is of another type"));
  }
}
