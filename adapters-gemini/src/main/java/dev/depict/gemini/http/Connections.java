package dev.depict.gemini.http;

import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;

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
    return client(endpoint, key, http(endpoint).build());
  }

  /**
   * A client of the same kind that never reaches the network: whatever it asks, that is answered.
   */
  static Client answering(Endpoint endpoint, String json) {
    return client(
        endpoint, "none", http(endpoint).addInterceptor(chain -> answer(chain, json)).build());
  }

  private static Response answer(Interceptor.Chain chain, String json) throws IOException {
    RequestBody body = chain.request().body();
    if (body != null) {
      body.writeTo(Okio.buffer(Okio.blackhole()));
    }
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(HttpURLConnection.HTTP_OK)
        .message("OK")
        .body(ResponseBody.create(json, MediaType.get("application/json")))
        .build();
  }

  private static Client client(Endpoint endpoint, String key, OkHttpClient http) {
    return Client.builder()
        .apiKey(key)
        // Otherwise variables of the environment could choose another service.
        .vertexAI(false)
        .clientOptions(ClientOptions.builder().customHttpClient(http).build())
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(endpoint.baseUrl().toString())
                .apiVersion(API_VERSION)
                .retryOptions(NO_RETRIES)
                .build())
        .build();
  }

  private static OkHttpClient.Builder http(Endpoint endpoint) {
    return new OkHttpClient.Builder()
        .callTimeout(endpoint.timeout())
        .connectTimeout(endpoint.connectTimeout())
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .connectionPool(new ConnectionPool(endpoint.connections(), IDLE_MINUTES, TimeUnit.MINUTES))
        // The key must not follow a redirect to wherever it leads.
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(new OneShot());
  }
}
