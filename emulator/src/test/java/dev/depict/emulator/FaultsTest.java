package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.Client.Answered;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.picture.PlainPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultsTest extends EmulatorTest {
  private Answered first(Fault fault) throws Exception {
    emulator.faults().onNext(1, fault);
    return client.generate(Requests.depict(8));
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, 400, INVALID_ARGUMENT",
    "KEY_INVALID, 400, INVALID_ARGUMENT",
    "FAILED_PRECONDITION, 400, FAILED_PRECONDITION",
    "UNAUTHENTICATED, 401, UNAUTHENTICATED",
    "PERMISSION_DENIED, 403, PERMISSION_DENIED",
    "MODEL_NOT_FOUND, 404, NOT_FOUND",
    "REQUEST_TIMEOUT, 408, CANCELLED",
    "RESOURCE_EXHAUSTED, 429, RESOURCE_EXHAUSTED",
    "INTERNAL, 500, INTERNAL",
    "BAD_GATEWAY, 502, UNAVAILABLE",
    "UNAVAILABLE, 503, UNAVAILABLE",
    "DEADLINE_EXCEEDED, 504, DEADLINE_EXCEEDED"
  })
  void an_error_is_written_as_the_provider_does(Fault fault, int code, String status)
      throws Exception {
    Answered answered = first(fault);

    assertThat(answered.status()).isEqualTo(code);
    assertThat(answered.error().path("code").asInt()).isEqualTo(code);
    assertThat(answered.error().path("status").asText()).isEqualTo(status);
    assertThat(emulator.books().faulted(fault).count()).isEqualTo(1);
    assertThat(client.generate(Requests.depict(8)).status()).isEqualTo(200);
  }

  @Test
  void a_load_balancer_answers_a_page() throws Exception {
    Answered answered = first(Fault.HTML_ERROR);

    assertThat(answered.status()).isEqualTo(502);
    assertThat(new String(answered.body(), StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void a_blocked_prompt_has_a_reason_and_no_candidate() throws Exception {
    JsonNode body = first(Fault.PROMPT_BLOCKED).json();

    assertThat(body.path("promptFeedback").path("blockReason").asText())
        .isEqualTo("PROHIBITED_CONTENT");
    assertThat(body.has("candidates")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"SAFETY", "RECITATION", "PROHIBITED_CONTENT", "SPII"})
  void a_withheld_answer_has_a_reason_and_no_text(Fault fault) throws Exception {
    JsonNode candidate = first(fault).candidate();

    assertThat(candidate.path("finishReason").asText()).isEqualTo(fault.name());
    assertThat(candidate.has("content")).isFalse();
  }

  @Test
  void a_cut_answer_is_no_json() throws Exception {
    Answered answered = first(Fault.MAX_TOKENS);

    assertThat(answered.candidate().path("finishReason").asText()).isEqualTo("MAX_TOKENS");
    assertThatThrownBy(answered::depiction).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void a_bad_answer_looks_good_from_outside() throws Exception {
    Answered noJson = first(Fault.BAD_JSON);
    Answered noField = first(Fault.MISSING_FIELD);
    Answered noText = first(Fault.EMPTY_TEXT);

    assertThatThrownBy(noJson::depiction).hasRootCauseInstanceOf(IOException.class);
    assertThat(noField.depiction().has("alt_text")).isFalse();
    assertThat(noField.depiction().has("description")).isTrue();
    assertThat(noText.text()).isEmpty();
    assertThat(List.of(noJson, noField, noText))
        .allSatisfy(answered ->
            assertThat(answered.candidate().path("finishReason").asText()).isEqualTo("STOP"));
  }

  @Test
  void an_empty_body_comes_with_a_200() throws Exception {
    Answered answered = first(Fault.EMPTY_BODY);

    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.body()).isEmpty();
  }

  @Test
  void another_model_may_answer() throws Exception {
    Answered answered = first(Fault.OTHER_MODEL);

    assertThat(answered.json().path("modelVersion").asText()).isNotEqualTo(Client.MODEL);
    assertThat(answered.text()).contains("code 8");
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET_BEFORE_READING", "RESET_AFTER_READING"})
  void a_cut_connection_is_an_exception_for_the_caller(Fault fault) {
    // For a request that failed before any answer the JDK's client may open a second connection.
    emulator.faults().onNext(10, fault);
    byte[] large = PlainPicture.jpeg(3000, 3000);

    assertThatThrownBy(() -> client.generate(Requests.depict(large, "image/jpeg", "?")))
        .isInstanceOf(IOException.class);
    assertThat(emulator.books().faulted(fault).count()).isPositive();
  }

  @Test
  void a_call_hangs_until_the_emulator_is_closed() throws Exception {
    emulator.faults().onCode(9, Fault.HANG);
    CompletableFuture<Answered> hanging = client.generateLater(Requests.depict(9));
    assertThat(emulator.awaitArrivals(1, SOON)).isTrue();
    assertThat(client.generate(Requests.depict(8)).status()).isEqualTo(200);
    assertThat(hanging).isNotDone();

    emulator.close();

    assertThatThrownBy(hanging::get).isInstanceOf(ExecutionException.class);
  }

  @Test
  void faults_are_planned_by_call_code_and_model() throws Exception {
    emulator.faults().onCall(2, Fault.INTERNAL);
    emulator.faults().onCode(5, Fault.SAFETY, 1);
    emulator.faults().onModel("gemini-3.5-flash", Fault.UNAVAILABLE);

    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(200);
    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(500);
    assertThat(client.generate(Requests.depict(5)).text()).isEmpty();
    assertThat(client.generate(Requests.depict(5)).text()).contains("code 5");
    assertThat(client.generate("gemini-3.5-flash", Requests.depict(1)).status()).isEqualTo(503);
    emulator.faults().clear();
    assertThat(client.generate("gemini-3.5-flash", Requests.depict(1)).status()).isEqualTo(200);
  }

  @Test
  void a_fault_of_a_key_leaves_others_alone() throws Exception {
    emulator.faults().onKey("spent", Fault.PERMISSION_DENIED);

    assertThat(client.withKey("spent", Requests.depict(1)).status()).isEqualTo(403);
    assertThat(client.withKey("spent", Requests.depict(1)).status()).isEqualTo(403);
    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(200);
  }

  @Test
  void a_fault_may_last_for_a_time() throws Exception {
    emulator.faults().during(Duration.ofMinutes(30), Fault.UNAVAILABLE);

    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(503);
    time.pass(Duration.ofMinutes(30).minusNanos(1));
    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(503);
    time.pass(Duration.ofNanos(1));
    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(200);
  }

  @Test
  void random_faults_repeat_with_their_seed() throws Exception {
    emulator.faults().randomly(0.5, Fault.UNAVAILABLE);
    List<Integer> statuses = statuses(client);
    try (GeminiEmulator other = GeminiEmulator.start(settings());
        Client another = new Client(other)) {
      other.faults().randomly(0.5, Fault.UNAVAILABLE);

      assertThat(statuses(another)).isEqualTo(statuses).contains(200, 503);
    }
  }

  private static List<Integer> statuses(Client client) throws Exception {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 20; i++) {
      statuses.add(client.generate(Requests.depict(1)).status());
    }
    return statuses;
  }
}
