package dev.depict.emulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.book.Operation;
import dev.depict.emulator.model.GeminiModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads requests strictly: what the API does not know is refused as the API refuses it. */
public final class RequestReader {
  private static final Set<String> REQUEST =
      Set.of("model", "contents", "systemInstruction", "generationConfig", "safetySettings");
  private static final Set<String> COUNT_REQUEST =
      Set.of("model", "contents", "generateContentRequest");
  private static final Set<String> CONTENT = Set.of("role", "parts");

  private RequestReader() {}

  /**
   * Reads the body of a call.
   *
   * @throws InvalidPayload if the provider would not take it
   */
  public static GenerateRequest read(Operation operation, byte[] body, GeminiModel model) {
    JsonNode root = parse(body);
    return switch (operation) {
      case GENERATE_CONTENT -> request(new Fields(root, "", REQUEST), model);
      case COUNT_TOKENS -> {
        var fields = new Fields(root, "", COUNT_REQUEST);
        Optional<Fields> whole = fields.message("generateContentRequest", REQUEST);
        yield request(whole.orElse(fields), model);
      }
    };
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.read(body);
    } catch (JsonProcessingException malformed) {
      throw InvalidPayload.malformed(malformed.getOriginalMessage());
    } catch (IOException malformed) {
      throw InvalidPayload.malformed("The text is not UTF-8.");
    }
  }

  private static GenerateRequest request(Fields request, GeminiModel model) {
    List<Part> parts =
        request.messages("contents", CONTENT).stream()
            .peek(RequestReader::checkRole)
            .flatMap(content -> PartReader.parts(content).stream())
            .toList();
    if (parts.isEmpty()) {
      throw InvalidPayload.of("* GenerateContentRequest.contents: contents is not specified\n");
    }
    return new GenerateRequest(
        instruction(request),
        parts.stream().mapMulti(Part::text).toList(),
        parts.stream().mapMulti(Part::picture).toList(),
        ConfigReader.read(request, model));
  }

  private static String instruction(Fields request) {
    return request
        .message("systemInstruction", CONTENT)
        .map(PartReader::parts)
        .orElse(List.of())
        .stream()
        .mapMulti(Part::text)
        .collect(Collectors.joining("\n"));
  }

  private static void checkRole(Fields content) {
    String role = content.text("role").orElse("user");
    if (!role.equals("user") && !role.equals("model")) {
      throw InvalidPayload.of("Please use a valid role: user, model.");
    }
  }
}
