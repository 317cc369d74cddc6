package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An error as Google writes it.
 *
 * @param status such as {@code INVALID_ARGUMENT}
 * @param details messages with their {@code @type}
 */
public record GoogleError(int code, String status, String message, List<ObjectNode> details) {
  private static final String TYPES = "type.googleapis.com/google.rpc.";

  public GoogleError {
    details = List.copyOf(details);
  }

  static GoogleError plain(int code, String status, String message) {
    return new GoogleError(code, status, message, List.of());
  }

  static GoogleError invalid(String message) {
    return plain(400, "INVALID_ARGUMENT", message);
  }

  /** The beginning of a detail. */
  static ObjectNode detail(String type) {
    return Json.object().put("@type", TYPES + type);
  }

  public Reply reply() {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", code).put("message", message).put("status", status);
    if (!details.isEmpty()) {
      error.putArray("details").addAll(details);
    }
    return Reply.json(code, body);
  }
}
