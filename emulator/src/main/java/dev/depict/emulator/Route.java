package dev.depict.emulator;

import com.sun.net.httpserver.HttpExchange;
import dev.depict.emulator.book.Operation;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path of the API names. */
record Route(String model, Operation operation) {
  private static final Pattern PATH = Pattern.compile("/v1beta/models/([^/:]+):(\\w+)");

  static Optional<Route> of(HttpExchange exchange) {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!exchange.getRequestMethod().equals("POST") || !path.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.method().equals(path.group(2)))
        .findFirst()
        .map(operation -> new Route(path.group(1), operation));
  }
}
