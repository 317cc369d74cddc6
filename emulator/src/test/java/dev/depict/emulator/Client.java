package dev.depict.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Calls an emulator as any program would. */
final class Client implements AutoCloseable {
  static final String MODEL = "gemini-3.5-flash-lite";
  static final String KEY = "good-key";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  Client(GeminiEmulator emulator) {
    base = emulator.baseUrl();
  }

  Answered generate(JsonNode request) throws IOException, InterruptedException {
    return generate(MODEL, request);
  }

  Answered generate(String model, JsonNode request) throws IOException, InterruptedException {
    return send(generation(model, Json.bytes(request)));
  }

  Answered generateText(String body) throws IOException, InterruptedException {
    return send(generation(MODEL, body.getBytes(StandardCharsets.UTF_8)));
  }

  Answered countTokens(String model, JsonNode request) throws IOException, InterruptedException {
    return send(post("/v1beta/models/" + model + ":countTokens", Json.bytes(request)).build());
  }

  CompletableFuture<Answered> generateLater(JsonNode request) {
    return http.sendAsync(generation(MODEL, Json.bytes(request)), BodyHandlers.ofByteArray())
        .thenApply(Answered::of);
  }

  Answered withKey(String key, JsonNode request) throws IOException, InterruptedException {
    return send(
        plain("/v1beta/models/" + MODEL + ":generateContent")
            .header("x-goog-api-key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(request)))
            .build());
  }

  Answered withQuery(String query, JsonNode request) throws IOException, InterruptedException {
    return send(
        plain("/v1beta/models/" + MODEL + ":generateContent" + query)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(request)))
            .build());
  }

  Answered control(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(plain(path).method(method, HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpRequest generation(String model, byte[] body) {
    return post("/v1beta/models/" + model + ":generateContent", body).build();
  }

  private HttpRequest.Builder post(String path, byte[] body) {
    return plain(path)
        .header("x-goog-api-key", KEY)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder plain(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private Answered send(HttpRequest request) throws IOException, InterruptedException {
    return Answered.of(http.send(request, BodyHandlers.ofByteArray()));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** An answer; its JSON is a missing node when it has none. */
  record Answered(int status, byte[] body) {
    static Answered of(HttpResponse<byte[]> response) {
      return new Answered(response.statusCode(), response.body());
    }

    JsonNode json() {
      return parse(body);
    }

    JsonNode error() {
      return json().path("error");
    }

    /** The first detail of that type. */
    JsonNode detail(String type) {
      for (JsonNode detail : error().path("details")) {
        if (detail.path("@type").asText().equals("type.googleapis.com/google.rpc." + type)) {
          return detail;
        }
      }
      return Json.object().path("none");
    }

    JsonNode candidate() {
      return json().path("candidates").path(0);
    }

    String text() {
      return candidate().path("content").path("parts").path(0).path("text").asText();
    }

    JsonNode depiction() {
      return parse(text().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode usage() {
      return json().path("usageMetadata");
    }

    private static JsonNode parse(byte[] json) {
      try {
        return Json.read(json);
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }
  }
}
