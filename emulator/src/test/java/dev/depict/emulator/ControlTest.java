package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class ControlTest extends EmulatorTest {
  private int status(int code) throws Exception {
    return client.generate(Requests.depict(code)).status();
  }

  private void control(String request, String body) throws Exception {
    String[] words = request.split(" ", -1);
    assertThat(client.control(words[0], "/emulator/" + words[1], body).status()).isEqualTo(200);
  }

  @Test
  void limits_are_set_while_it_runs() throws Exception {
    control("PUT limits", "{\"requestsPerMinute\": 1, \"counting\": \"TOKEN_BUCKET\"}");
    control("PUT limits", "{\"model\": \"gemini-2.5-flash\", \"details\": false}");

    assertThat(status(1)).isEqualTo(200);
    assertThat(status(1)).isEqualTo(429);
    assertThat(client.generate("gemini-2.5-flash", Requests.depict(1)).status()).isEqualTo(200);
    assertThat(client.generate("gemini-2.5-flash", Requests.depict(1)).status()).isEqualTo(200);
  }

  @Test
  void faults_are_planned_and_dropped_while_it_runs() throws Exception {
    control("POST faults", "{\"fault\": \"UNAVAILABLE\", \"code\": 3, \"times\": 1}");
    control("POST faults", "{\"fault\": \"INTERNAL\", \"call\": 3}");
    assertThat(status(3)).isEqualTo(503);
    assertThat(status(3)).isEqualTo(200);
    assertThat(status(1)).isEqualTo(500);

    control("POST faults", "{\"fault\": \"BAD_GATEWAY\"}");
    assertThat(status(1)).isEqualTo(502);
    control("DELETE faults", "");
    assertThat(status(1)).isEqualTo(200);
  }

  @Test
  void the_books_are_read_and_begun_anew() throws Exception {
    control("PUT delays", "{\"network\": {\"maxMillis\": 1}, \"thinking\": {\"minMillis\": 1}}");
    status(4711);

    JsonNode books = client.control("GET", "/emulator/books", "").json();
    control("DELETE books", "");

    assertThat(books.path("calls").asInt()).isEqualTo(1);
    assertThat(books.path("verdicts").path("ANSWERED").asInt()).isEqualTo(1);
    JsonNode arrival = books.path("arrivals").path(0);
    assertThat(arrival.path("key").asText()).isEqualTo("…-key");
    assertThat(arrival.path("pictures").path(0).path("code").asInt()).isEqualTo(4711);
    assertThat(client.control("GET", "/emulator/summary", "").json().path("calls").asInt())
        .isZero();
  }

  @Test
  void what_is_not_understood_is_said() throws Exception {
    for (String body :
        new String[] {
          "{",
          "{}",
          "{\"fault\": \"NONE\"}",
          "{\"fault\": \"HANG\", \"when\": 1}",
          "{\"fault\": \"HANG\", \"times\": 0}",
          "{\"fault\": \"HANG\", \"probability\": 2}"
        }) {
      assertThat(client.control("POST", "/emulator/faults", body).status()).isEqualTo(400);
    }
    assertThat(client.control("PUT", "/emulator/limits", "{\"requestsPerDay\": 0}").status())
        .isEqualTo(400);
    assertThat(client.control("GET", "/emulator/else", "").status()).isEqualTo(404);
  }
}
