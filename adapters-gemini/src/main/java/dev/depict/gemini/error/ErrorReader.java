package dev.depict.gemini.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.genai.errors.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an error out of the client's exception, which keeps the details only as text: behind the
 * message, one JSON object a line.
 */
final class ErrorReader {
  private static final String DETAILS = "Details: ";
  private static final JsonMapper JSON = new JsonMapper();

  private ErrorReader() {}

  static ProviderError read(ApiException exception) {
    String text = Optional.ofNullable(exception.message()).orElse("");
    int begin = begin(text);
    String message = (begin < 0 ? text : text.substring(0, begin)).strip();
    Details details =
        new Details(begin < 0 ? List.of() : objects(text.substring(begin + DETAILS.length())));
    return new ProviderError(
        exception.code(),
        Optional.ofNullable(exception.status()).orElse(""),
        message,
        details.violations(message),
        details.retryDelay(),
        details.reason());
  }

  /** Where the details begin, at the start of a line; -1 for nowhere. */
  private static int begin(String text) {
    if (text.startsWith(DETAILS)) {
      return 0;
    }
    int lineEnd = text.indexOf('\n' + DETAILS);
    return lineEnd < 0 ? -1 : lineEnd + 1;
  }

  private static List<JsonNode> objects(String lines) {
    return lines.lines().map(String::strip).flatMap(ErrorReader::object).toList();
  }

  private static Stream<JsonNode> object(String line) {
    try {
      return line.startsWith("{") ? Stream.of(JSON.readTree(line)) : Stream.empty();
    } catch (JsonProcessingException noJson) {
      return Stream.empty();
    }
  }
}
