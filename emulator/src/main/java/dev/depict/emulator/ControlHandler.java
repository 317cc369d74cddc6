package dev.depict.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.wire.InvalidPayload;
import dev.depict.emulator.wire.Json;
import dev.depict.emulator.wire.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steers a running emulator over HTTP: what its methods do, with JSON. */
final class ControlHandler implements HttpHandler {
  private static final Pattern PICTURE = Pattern.compile("GET /emulator/pictures/(\\d+)");

  private final GeminiEmulator emulator;

  ControlHandler(GeminiEmulator emulator) {
    this.emulator = emulator;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Exchanges.send(exchange, reply(exchange));
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try {
      return switch (request) {
        case "GET /emulator/books" ->
            Reply.json(200, BooksJson.whole(emulator.books(), emulator.started()));
        case "GET /emulator/summary" -> Reply.json(200, BooksJson.summary(emulator.books()));
        case "DELETE /emulator/books" -> done(emulator::clearBooks);
        case "PUT /emulator/limits" -> {
          JsonNode limits = body(exchange);
          yield done(() -> ControlJson.setLimits(limits, emulator));
        }
        case "POST /emulator/faults" -> {
          JsonNode fault = body(exchange);
          yield done(() -> PlanJson.planFault(fault, emulator.faults()));
        }
        case "POST /emulator/answers" -> {
          JsonNode answer = body(exchange);
          yield done(() -> PlanJson.scriptAnswer(answer, emulator.answers()));
        }
        case "DELETE /emulator/answers" -> done(emulator.answers()::clear);
        case "DELETE /emulator/faults" -> done(emulator.faults()::clear);
        case "PUT /emulator/delays" -> {
          JsonNode delays = body(exchange);
          yield done(() -> ControlJson.setDelays(delays, emulator));
        }
        default -> picture(request).orElseGet(Reply::noSuchPath);
      };
    } catch (InvalidPayload invalid) {
      return invalid.error().reply();
    }
  }

  /** The first picture of a call, if what was sent is kept. */
  private Optional<Reply> picture(String request) {
    Matcher path = PICTURE.matcher(request);
    if (!path.matches()) {
      return Optional.empty();
    }
    return emulator.books().arrivals().stream()
        .filter(arrival -> path.group(1).equals(Integer.toString(arrival.number())))
        .findFirst()
        .flatMap(ControlHandler::firstPicture);
  }

  private static Optional<Reply> firstPicture(Arrival arrival) {
    return arrival
        .sent()
        .filter(sent -> !sent.pictures().isEmpty())
        .map(sent ->
            new Reply(200, arrival.pictures().getFirst().mimeType(), sent.pictures().getFirst()));
  }

  private static Reply done(Runnable change) {
    change.run();
    return Reply.json(200, Json.object().put("done", true));
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    try {
      return Json.read(exchange.getRequestBody().readAllBytes());
    } catch (JsonProcessingException malformed) {
      throw InvalidPayload.of("The body is not JSON: " + malformed.getOriginalMessage());
    }
  }
}
