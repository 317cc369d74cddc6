package dev.depict.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request carries its key. */
final class ApiKey {
  private static final String PARAMETER = "key=";

  private ApiKey() {}

  /** The key of the header, else of the query; empty when there is none. */
  static String of(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-goog-api-key"))
        .or(() -> Optional.ofNullable(exchange.getRequestURI().getRawQuery()).flatMap(ApiKey::find))
        .orElse("");
  }

  private static Optional<String> find(String query) {
    return Stream.of(query.split("&", -1))
        .filter(parameter -> parameter.startsWith(PARAMETER))
        .map(parameter ->
            URLDecoder.decode(parameter.substring(PARAMETER.length()), StandardCharsets.UTF_8))
        .findFirst();
  }
}
