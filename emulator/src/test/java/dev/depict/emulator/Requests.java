package dev.depict.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.emulator.wire.Json;
import java.util.Base64;

/** Requests as a careful client writes them. */
final class Requests {
  static final String INSTRUCTION = "You describe pictures. Fill alt_text, description, keywords.";
  private static final int SIDE = 64;

  private Requests() {}

  /** Instruction, picture with a code, and schema. */
  static ObjectNode depict(int code) {
    return depict(PixelCode.png(code, SIDE, SIDE), "image/png", "What is it?");
  }

  static ObjectNode depict(byte[] picture, String mimeType, String prompt) {
    ObjectNode request = Json.object();
    parts(request.putObject("systemInstruction")).addObject().put("text", INSTRUCTION);
    ArrayNode parts = parts(request.putArray("contents").addObject().put("role", "user"));
    parts
        .addObject()
        .putObject("inlineData")
        .put("mimeType", mimeType)
        .put("data", Base64.getEncoder().encodeToString(picture));
    parts.addObject().put("text", prompt);
    config(request).put("responseMimeType", "application/json").set("responseSchema", schema());
    return request;
  }

  static ObjectNode config(ObjectNode request) {
    return request.withObjectProperty("generationConfig");
  }

  static ObjectNode schema() {
    ObjectNode schema = Json.object().put("type", "OBJECT");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("alt_text").put("type", "STRING");
    properties.putObject("description").put("type", "STRING");
    properties.putObject("keywords").put("type", "ARRAY").putObject("items").put("type", "STRING");
    properties.putObject("ocr_text").put("type", "STRING").put("nullable", true);
    schema.putArray("required").add("alt_text").add("description").add("keywords");
    return schema;
  }

  private static ArrayNode parts(ObjectNode content) {
    return content.putArray("parts");
  }
}
