package dev.depict.emulator;

import com.sun.net.httpserver.HttpExchange;
import dev.depict.emulator.wire.Reply;
import java.io.IOException;

/** Writes replies. */
final class Exchanges {
  /** How the JDK's server spells that no body follows. */
  private static final int NO_BODY = -1;

  private Exchanges() {}

  static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    int length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? NO_BODY : length);
    exchange.getResponseBody().write(reply.body());
  }
}
