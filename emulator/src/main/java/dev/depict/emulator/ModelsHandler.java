package dev.depict.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Faults;
import dev.depict.emulator.wire.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The API itself. Each call has a virtual thread, on which it may wait as long as it likes. */
final class ModelsHandler implements HttpHandler {
  private final Faults faults;
  private final BodyReader reader;
  private final Intents intents;
  private final FrontDesk desk;
  private final Delays delays;
  private final CountDownLatch closed;
  private final AtomicInteger received = new AtomicInteger();

  ModelsHandler(
      Faults faults,
      BodyReader reader,
      Intents intents,
      FrontDesk desk,
      Delays delays,
      CountDownLatch closed) {
    this.faults = faults;
    this.reader = reader;
    this.intents = intents;
    this.desk = desk;
    this.delays = delays;
    this.closed = closed;
  }

  /** Closing an exchange that was not answered closes its connection. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Route> route = Route.of(exchange);
      if (route.isEmpty()) {
        Exchanges.send(exchange, Reply.noSuchPath());
      } else {
        answer(exchange, receive(route.get(), ApiKey.of(exchange)));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Call receive(Route route, String key) {
    int number = received.incrementAndGet();
    return new Call(
        number,
        route.operation(),
        key,
        route.model(),
        faults.atReception(number, key, route.model()));
  }

  private void answer(HttpExchange exchange, Call call) throws IOException, InterruptedException {
    if (call.fault().equals(Optional.of(Fault.RESET_BEFORE_READING))) {
      desk.cutOff(call, Fault.RESET_BEFORE_READING);
      desk.end(call);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(BodyReader.LIMIT + 1);
    Reading read = reader.read(call, body);
    delays.travel();
    Admission admission = desk.arrive(call, read);
    // Counted is a call before its picture is decoded: that takes its time here, not at Google's.
    Reading seen = reader.look(read);
    Intent intent = admission.refusal(call.model()).orElseGet(() -> intents.of(call, seen));
    Ending ending = desk.enter(call, admission, body.length, seen, intent);
    try {
      end(exchange, ending);
    } finally {
      desk.end(call);
    }
  }

  private void end(HttpExchange exchange, Ending ending) throws IOException, InterruptedException {
    switch (ending) {
      case Ending.Thought(Reply reply) -> {
        delays.think();
        Exchanges.send(exchange, reply);
      }
      case Ending.Immediate(Reply reply) -> Exchanges.send(exchange, reply);
      case Ending.Silence() -> closed.await();
      case Ending.Cut() -> {}
    }
  }
}
