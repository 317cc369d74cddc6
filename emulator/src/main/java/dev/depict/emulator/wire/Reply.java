package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** An HTTP answer. */
public record Reply(int status, String contentType, byte[] body) {
  private static final String JSON = "application/json; charset=UTF-8";

  public static Reply json(int status, JsonNode body) {
    return new Reply(status, JSON, Json.bytes(body));
  }

  /** 200 without a body. */
  public static Reply empty() {
    return new Reply(200, JSON, new byte[0]);
  }

  /** What is said of a path that is none of the API's. */
  public static Reply noSuchPath() {
    return html(404, "<title>Error 404 (Not Found)!!1</title>\n");
  }

  /** What a load balancer says when what is behind it is gone. */
  public static Reply htmlError() {
    String page =
        """
        <!DOCTYPE html>
        <html lang=en><meta charset=utf-8><title>Error 502 (Server Error)!!1</title>
        <p><b>502.</b> <ins>That’s an error.</ins>
        <p>The server encountered a temporary error and could not complete your request.
        <p>Please try again in 30 seconds. <ins>That’s all we know.</ins></html>
        """;
    return html(502, page);
  }

  private static Reply html(int status, String page) {
    return new Reply(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }
}
