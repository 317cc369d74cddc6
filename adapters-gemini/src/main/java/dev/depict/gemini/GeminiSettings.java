package dev.depict.gemini;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How Gemini is asked.
 *
 * @param baseUrl of the service, without the API version; http or https
 * @param timeout of a whole call, then it is ended; 120 s unless set
 * @param connectTimeout of the part before anything is sent; 10 s unless set
 * @param concurrency calls under way at once, of one quota key; at least 1
 * @param tokensPerMinute a question that needs more input tokens is refused; 0 for no such limit
 * @param maxDimension the longer side, in pixels, that pictures are prepared to have at most
 * @param modelList models to add to, or to put over, those that come with Depict
 */
public record GeminiSettings(
    URI baseUrl,
    Duration timeout,
    Duration connectTimeout,
    int concurrency,
    long tokensPerMinute,
    int maxDimension,
    Optional<Path> modelList) {
  /** Google's own. */
  public static final URI GOOGLE = URI.create("https://generativelanguage.googleapis.com");

  public GeminiSettings {
    require(
        isWeb(baseUrl), "the base URL is http:// or https:// and a host, not '" + baseUrl + "'");
    require(
        timeout.isPositive() && connectTimeout.isPositive(),
        "a timeout is longer than 0, not %s and %s".formatted(timeout, connectTimeout));
    require(concurrency >= 1, "at least one call has to be possible at once, not " + concurrency);
    require(tokensPerMinute >= 0, "a limit of tokens is never negative: " + tokensPerMinute);
    require(maxDimension >= 1, "a picture is at least 1 pixel wide, not " + maxDimension);
  }

  /** Google's service, asked with usual patience. */
  public static GeminiSettings standard() {
    return new GeminiSettings(
        GOOGLE, Duration.ofSeconds(120), Duration.ofSeconds(10), 8, 0, 1920, Optional.empty());
  }

  public GeminiSettings withBaseUrl(URI url) {
    return new GeminiSettings(
        url, timeout, connectTimeout, concurrency, tokensPerMinute, maxDimension, modelList);
  }

  public GeminiSettings withTimeout(Duration whole) {
    return new GeminiSettings(
        baseUrl, whole, connectTimeout, concurrency, tokensPerMinute, maxDimension, modelList);
  }

  public GeminiSettings withConnectTimeout(Duration connect) {
    return new GeminiSettings(
        baseUrl, timeout, connect, concurrency, tokensPerMinute, maxDimension, modelList);
  }

  public GeminiSettings withConcurrency(int calls) {
    return new GeminiSettings(
        baseUrl, timeout, connectTimeout, calls, tokensPerMinute, maxDimension, modelList);
  }

  public GeminiSettings withTokensPerMinute(long tokens) {
    return new GeminiSettings(
        baseUrl, timeout, connectTimeout, concurrency, tokens, maxDimension, modelList);
  }

  public GeminiSettings withMaxDimension(int pixels) {
    return new GeminiSettings(
        baseUrl, timeout, connectTimeout, concurrency, tokensPerMinute, pixels, modelList);
  }

  public GeminiSettings withModelList(Path file) {
    return new GeminiSettings(
        baseUrl,
        timeout,
        connectTimeout,
        concurrency,
        tokensPerMinute,
        maxDimension,
        Optional.of(file));
  }

  private static boolean isWeb(URI url) {
    String scheme = Optional.ofNullable(url.getScheme()).orElse("");
    return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && url.getHost() != null;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
