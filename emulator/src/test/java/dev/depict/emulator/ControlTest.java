package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.picture.PixelCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ControlTest extends EmulatorTest {
  @Override
  EmulatorSettings settings() {
    return super.settings().keepingSent();
  }

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
  void faults_last_for_a_time_or_belong_to_a_key() throws Exception {
    control("POST faults", "{\"fault\": \"UNAVAILABLE\", \"forMillis\": 1000}");
    control("POST faults", "{\"fault\": \"KEY_INVALID\", \"key\": \"stolen\"}");

    assertThat(status(1)).isEqualTo(503);
    time.pass(Duration.ofSeconds(1));
    assertThat(status(1)).isEqualTo(200);
    assertThat(client.withKey("stolen", Requests.depict(1)).status()).isEqualTo(400);
  }

  @Test
  void answers_are_scripted_and_dropped_while_it_runs() throws Exception {
    control("POST answers", "{\"text\": \"A cat.\", \"code\": 3}");
    control("POST answers", "{\"text\": \"A dog.\", \"forMillis\": 1000}");

    assertThat(client.generate(Requests.depict(3)).text()).isEqualTo("A cat.");
    assertThat(client.generate(Requests.depict(1)).text()).isEqualTo("A dog.");
    control("DELETE answers", "");
    assertThat(client.generate(Requests.depict(3)).text()).contains("code 3");
  }

  @Test
  void times_are_told_in_nanoseconds_since_the_start() throws Exception {
    time.pass(Duration.ofNanos(1_500_000_001));
    status(7);

    JsonNode books = client.control("GET", "/emulator/books", "").json();

    assertThat(books.path("started").asText()).isEqualTo("2026-11-23T20:00:00.250Z");
    assertThat(books.path("arrivals").path(0).path("nanos").asLong()).isEqualTo(1_500_000_001);
    assertThat(books.path("arrivals").path(0).path("code").asInt()).isEqualTo(7);
  }

  @Test
  void a_picture_that_was_kept_can_be_fetched() throws Exception {
    byte[] picture = PixelCode.png(5, 64, 64);
    client.generate(Requests.depict(picture, "image/png", "?"));

    assertThat(client.control("GET", "/emulator/pictures/1", "").body()).isEqualTo(picture);
    assertThat(client.control("GET", "/emulator/pictures/2", "").status()).isEqualTo(404);
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
          "{\"fault\": \"HANG\", \"forMillis\": 0}",
          "{\"fault\": \"HANG\", \"forMillis\": 9, \"times\": 1}",
          "{\"fault\": \"HANG\", \"probability\": 2}"
        }) {
      assertThat(client.control("POST", "/emulator/faults", body).status()).isEqualTo(400);
    }
    assertThat(client.control("POST", "/emulator/answers", "{\"code\": 1}").status())
        .isEqualTo(400);
    assertThat(client.control("PUT", "/emulator/limits", "{\"requestsPerDay\": -1}").status())
        .isEqualTo(400);
    assertThat(client.control("GET", "/emulator/else", "").status()).isEqualTo(404);
  }
}
