package dev.depict.gemini.http;

import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Makes clients that send one request a call, follow nobody elsewhere and end in time. */
final class Connections {
  private static final String API_VERSION = "v1beta";
  private static final long IDLE_MINUTES = 5;

  /**
   * No retries, whatever the status. One attempt is not enough to say: the client would still sleep
   * behind a failure of a listed status.
   */
  private static final HttpRetryOptions NO_RETRIES =
      HttpRetryOptions.builder().attempts(1).initialDelay(0.0).httpStatusCodes(List.of()).build();

  private Connections() {}

  static Client open(Endpoint endpoint, String key) {
    return Client.builder()
        .apiKey(key)
        // Otherwise variables of the environment could choose another service.
        .vertexAI(false)
        .clientOptions(ClientOptions.builder().customHttpClient(http(endpoint)).build())
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(endpoint.baseUrl().toString())
                .apiVersion(API_VERSION)
                .retryOptions(NO_RETRIES)
                .build())
        .build();
  }

  private static OkHttpClient http(Endpoint endpoint) {
    return new OkHttpClient.Builder()
        .callTimeout(endpoint.timeout())
        .connectTimeout(endpoint.connectTimeout())
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .connectionPool(new ConnectionPool(endpoint.connections(), IDLE_MINUTES, TimeUnit.MINUTES))
        // The key must not follow a redirect to wherever it leads.
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(new OneShot())
        .build();
  }
}
