package dev.depict.bootstrap.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A provider that says everything back that it was sent: key, texts and picture. */
final class EchoingProvider implements AutoCloseable {
  /** The ends of calls, one after the other: status and what is in front of the echo. */
  private static final List<Answer> ANSWERS =
      List.of(
          new Answer(400, "INVALID_ARGUMENT"),
          new Answer(500, "INTERNAL"),
          new Answer(200, "none"),
          new Answer(429, "RESOURCE_EXHAUSTED"),
          new Answer(403, "PERMISSION_DENIED"));

  private record Answer(int code, String status) {}

  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>(ANSWERS);
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  EchoingProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many answers are left, of which the last is given for ever. */
  int left() {
    return answers.size();
  }

  private void answer(HttpExchange call) throws IOException {
    String sent = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String echo =
        "%s?key=%s %s"
            .formatted(
                call.getRequestURI(), call.getRequestHeaders().getFirst("x-goog-api-key"), sent);
    Answer answer = answers.poll();
    if (answer == null) {
      answer = ANSWERS.getLast();
    }
    String words = echo.replace("\\", "/").replace("\"", "'").replaceAll("\\s+", " ");
    byte[] body =
        """
        {"error": {"code": %d, "status": "%s", "message": "no good: %s"}}
        """
            .formatted(answer.code, answer.status, words)
            .getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(answer.code, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.shutdownNow();
  }
}
