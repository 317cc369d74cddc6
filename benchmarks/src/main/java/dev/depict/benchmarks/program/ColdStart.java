package dev.depict.benchmarks.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Lets the stand-in answer some calls before the measured ones, with a key of their own. A process
 * that has just begun counts its first calls a second after they were sent: no provider does, and
 * no guard of a quarter of a second covers it.
 */
public final class ColdStart {
  /** The key they are made with. */
  public static final String KEY = "cold-start";

  /** How many are enough. */
  public static final int CALLS = 10;

  private static final String PATH = "/v1beta/models/gemini-3.5-flash-lite:generateContent";

  private ColdStart() {}

  /** Makes the calls, one for each picture, and has the stand-in forget them. */
  public static void end(HttpClient http, String baseUrl, List<byte[]> pictures)
      throws IOException, InterruptedException {
    pictures.stream()
        .map(picture -> http.sendAsync(call(baseUrl, picture), BodyHandlers.discarding()))
        .toList()
        .forEach(CompletableFuture::join);
    var forget = HttpRequest.newBuilder(URI.create(baseUrl + "/emulator/books")).DELETE().build();
    var _ = http.send(forget, BodyHandlers.discarding());
  }

  private static HttpRequest call(String baseUrl, byte[] picture) {
    String body =
        """
        {"contents": [{"role": "user", "parts": [
          {"inlineData": {"mimeType": "image/jpeg", "data": "%s"}}]}]}
        """
            .formatted(Base64.getEncoder().encodeToString(picture));
    return HttpRequest.newBuilder(URI.create(baseUrl + PATH))
        .header("x-goog-api-key", KEY)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
