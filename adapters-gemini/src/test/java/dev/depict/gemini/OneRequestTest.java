package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.task.FailureClass;
import dev.depict.emulator.fault.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP client would do by itself if it were let. */
final class OneRequestTest extends GeminiTest {
  private Outcome askRaw(RawServer server) {
    return askRaw(server, "");
  }

  private Outcome askRaw(RawServer server, String prompt) {
    // Shorter than the pause that the client would make behind a failure.
    GeminiSettings raw =
        settings().withBaseUrl(server.baseUrl()).withTimeout(Duration.ofSeconds(10));
    try (var asked = analyzer(raw, ApiKeys.fixed(KEY))) {
      return ask(asked, 1, prompt, "", MODEL);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"408 Request Timeout", "429 Too Many Requests", "500 Oh", "503 Unavailable"})
  void a_failure_is_not_sent_again(String status) {
    try (var server = RawServer.answering(status, "Retry-After: 0\r\n", "")) {
      Outcome outcome = askRaw(server);

      assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.CAPACITY);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_used_before_that_breaks_is_not_tried_again() {
    Ends.answered(ask(1));
    emulator.faults().onNext(1, Fault.RESET_AFTER_READING);

    Outcome outcome = ask(2);

    assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.NETWORK);
    assertThat(Ends.charge(outcome)).isEqualTo("UNKNOWN");
    assertThat(emulator.books().count()).isEqualTo(2);
  }

  @Test
  void nobody_is_followed_elsewhere() {
    try (var elsewhere = RawServer.answering("200 OK", "", "{}");
        var server =
            RawServer.answering(
                "307 Temporary Redirect", "Location: " + elsewhere.baseUrl() + "/x\r\n", "")) {
      assertThat(Ends.failure(askRaw(server)).failureClass()).isEqualTo(FailureClass.CAPACITY);
      assertThat(elsewhere.requests()).isZero();
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><title>Sign in</title>",
        "[]",
        "\"words\"",
        "{\"candidates\": \"none\"}",
        "{\"candidates\": [\"one\"]}",
        "{\"candidates\": [{\"content\": 7}]}",
        "{}",
        "{\"usageMetadata\""
      })
  void a_200_that_is_none_of_the_apis_is_a_bad_answer_of_unknown_cost(String body) {
    try (var server = RawServer.answering("200 OK", "", body)) {
      Outcome outcome = askRaw(server);

      assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.BAD_ANSWER);
      assertThat(Ends.charge(outcome)).isEqualTo("UNKNOWN");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void a_response_that_breaks_off_is_of_unknown_cost() {
    try (var server =
        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"cand")) {
      Outcome outcome = askRaw(server);

      assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.NETWORK);
      assertThat(Ends.charge(outcome)).isEqualTo("UNKNOWN");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void words_repeat_neither_the_key_nor_the_prompt() {
    String secret = "the secret plan of the caller";
    String body =
        """
        {"error": {"code": 400, "status": "INVALID_ARGUMENT",
         "message": "bad value '%s' for key %s %s"}}
        """
            .formatted(secret, KEY, "x".repeat(5000));
    try (var server = RawServer.answering("400 Bad Request", "", body)) {
      Outcome outcome = askRaw(server, secret);

      assertThat(Ends.failure(outcome).words())
          .startsWith("bad value '[…]' for key […] xxx")
          .hasSizeLessThanOrEqualTo(2000);
      assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.INPUT);
    }
  }
}
