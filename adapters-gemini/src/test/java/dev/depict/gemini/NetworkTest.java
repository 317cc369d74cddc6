package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.task.FailureClass;
import dev.depict.emulator.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class NetworkTest extends GeminiTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  private Outcome ask(GeminiSettings settings) {
    try (var asked = analyzer(settings, ApiKeys.fixed(KEY))) {
      return ask(asked, 1, "", "", MODEL);
    }
  }

  private Outcome ask(URI baseUrl) {
    return ask(settings().withBaseUrl(baseUrl).withConnectTimeout(SHORT));
  }

  private static void assertNetwork(Outcome outcome, String code, String charge) {
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.NETWORK);
    assertThat(Ends.failure(outcome).code()).isEqualTo(code);
    assertThat(Ends.charge(outcome)).isEqualTo(charge);
  }

  @Test
  void a_call_that_hangs_ends_in_time_and_may_have_been_billed() {
    emulator.faults().onNext(1, Fault.HANG);

    assertNetwork(ask(settings().withTimeout(SHORT)), "TIMEOUT", "UNKNOWN");
    assertThat(emulator.books().count()).isEqualTo(1);
  }

  @Test
  void a_refused_connection_costs_nothing() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    Outcome outcome = ask(URI.create("http://127.0.0.1:" + port));

    assertNetwork(outcome, "CONNECT", "NOT_SENT");
    assertThat(Ends.failure(outcome).words()).startsWith("127.0.0.1:" + port + " was not reached");
  }

  @Test
  void a_name_that_nobody_knows_costs_nothing() {
    assertNetwork(ask(URI.create("http://nobody.invalid")), "DNS", "NOT_SENT");
  }

  @Test
  void a_server_without_tls_is_sent_nothing() {
    try (var server = RawServer.interrupting("HTTP/1.1 400 Plain words\r\n\r\n")) {
      URI https = URI.create(server.baseUrl().toString().replace("http:", "https:"));

      assertNetwork(ask(https), "TLS", "NOT_SENT");
    }
  }

  @Test
  void a_connection_that_is_not_taken_up_costs_nothing() throws Exception {
    List<Socket> queued = new ArrayList<>();
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(deaf, queued);

      assertNetwork(
          ask(URI.create("http://127.0.0.1:" + deaf.getLocalPort())),
          "CONNECT_TIMEOUT",
          "NOT_SENT");
    } finally {
      for (Socket socket : queued) {
        socket.close();
      }
    }
  }

  /** Until the system takes up no more connections on its own. */
  private static void fill(ServerSocket deaf, List<Socket> queued) throws IOException {
    for (int i = 0; i < 64; i++) {
      Socket socket = new Socket();
      queued.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), deaf.getLocalPort()), 200);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
  }

  @Test
  void a_call_that_is_interrupted_ends_at_once() throws Exception {
    emulator.faults().onNext(1, Fault.HANG);
    var outcome = new AtomicReference<Outcome>();
    Thread caller = Thread.ofVirtual().start(() -> outcome.set(ask(1)));
    assertThat(emulator.awaitArrivals(1, SOON)).isTrue();

    caller.interrupt();

    assertThat(caller.join(SOON)).isTrue();
    assertNetwork(outcome.get(), "INTERRUPTED", "UNKNOWN");
  }
}
