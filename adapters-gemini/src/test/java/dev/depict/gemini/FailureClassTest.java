package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.task.FailureClass;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.quota.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureClassTest extends GeminiTest {
  @ParameterizedTest
  @CsvSource({
    "KEY_INVALID, AUTH, 400 INVALID_ARGUMENT, NOTHING",
    "FAILED_PRECONDITION, AUTH, 400 FAILED_PRECONDITION, NOTHING",
    "UNAUTHENTICATED, AUTH, 401 UNAUTHENTICATED, NOTHING",
    "PERMISSION_DENIED, AUTH, 403 PERMISSION_DENIED, NOTHING",
    "BAD_REQUEST, INPUT, 400 INVALID_ARGUMENT, NOTHING",
    "MODEL_NOT_FOUND, MODEL_GONE, 404 NOT_FOUND, NOTHING",
    "REQUEST_TIMEOUT, CAPACITY, 408 CANCELLED, NOTHING",
    "RESOURCE_EXHAUSTED, CAPACITY, 429 RESOURCE_EXHAUSTED, NOTHING",
    "INTERNAL, CAPACITY, 500 INTERNAL, NOTHING",
    "BAD_GATEWAY, CAPACITY, 502 UNAVAILABLE, NOTHING",
    "UNAVAILABLE, CAPACITY, 503 UNAVAILABLE, NOTHING",
    "DEADLINE_EXCEEDED, CAPACITY, 504 DEADLINE_EXCEEDED, NOTHING",
    "HTML_ERROR, CAPACITY, 502 Bad Gateway, NOTHING",
    "RESET_BEFORE_READING, NETWORK, RESET, UNKNOWN",
    "RESET_AFTER_READING, NETWORK, RESET, UNKNOWN",
    "PROMPT_BLOCKED, BLOCKED, PROHIBITED_CONTENT, BILLED",
    "SAFETY, BLOCKED, SAFETY, BILLED",
    "RECITATION, BLOCKED, RECITATION, BILLED",
    "PROHIBITED_CONTENT, BLOCKED, PROHIBITED_CONTENT, BILLED",
    "SPII, BLOCKED, SPII, BILLED",
    "MAX_TOKENS, TRUNCATED, MAX_TOKENS, BILLED",
    "BAD_JSON, BAD_ANSWER, NOT_JSON, BILLED",
    "MISSING_FIELD, BAD_ANSWER, MISSING_FIELD, BILLED",
    "EMPTY_TEXT, BAD_ANSWER, EMPTY, BILLED",
    "EMPTY_BODY, BAD_ANSWER, EMPTY, UNKNOWN"
  })
  void each_cause_has_its_class_after_one_request(
      Fault fault, FailureClass failureClass, String code, String charge) {
    emulator.faults().onNext(1, fault);

    Outcome outcome = ask(8);

    assertThat(Ends.failure(outcome).failureClass()).isEqualTo(failureClass);
    assertThat(Ends.failure(outcome).code()).isEqualTo(code);
    assertThat(Ends.failure(outcome).words()).isNotBlank();
    assertThat(Ends.charge(outcome)).isEqualTo(charge);
    assertThat(emulator.books().count()).isEqualTo(1);
    Ends.answered(ask(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CAPACITY:UNAVAILABLE", "NETWORK:RESET_AFTER_READING"})
  void a_provider_out_of_order_is_unavailable(String named) {
    emulator.faults().onNext(1, Fault.valueOf(named.substring(named.indexOf(':') + 1)));

    assertThat(ask(8)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void a_wrong_key_is_refused_in_the_providers_words() {
    try (var wrong = analyzer(settings(), ApiKeys.fixed("AIza-wrong-key"))) {
      Outcome outcome = ask(wrong, 8, "", "", MODEL);

      assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.AUTH);
      assertThat(Ends.failure(outcome).words())
          .isEqualTo("API key not valid. Please pass a valid API key.");
    }
  }

  @Test
  void without_a_key_nothing_is_sent() {
    try (var keyless = analyzer(settings(), ApiKeys.fixed("  "))) {
      Outcome outcome = ask(keyless, 8, "", "", MODEL);

      assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.AUTH);
      assertThat(Ends.charge(outcome)).isEqualTo("NOT_SENT");
      assertThat(emulator.books().count()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../files", "a/b", "m:countTokens?x=", "a..b", " ", "é"})
  void a_name_that_is_none_of_a_model_never_becomes_a_path(String model) {
    Outcome outcome = ask(8, model);

    assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.MODEL_GONE);
    assertThat(Ends.charge(outcome)).isEqualTo("NOT_SENT");
    assertThat(emulator.books().count()).isZero();
  }

  @Test
  void an_unknown_model_is_gone() {
    assertThat(Ends.failure(ask(8, "gemini-9-ultra")).failureClass())
        .isEqualTo(FailureClass.MODEL_GONE);
  }

  @Test
  void a_minutes_limit_is_quota_with_its_value_and_delay() {
    emulator.limits(Limits.none().withRequestsPerMinute(1));
    Ends.answered(ask(1));
    clock.advance(Duration.ofMillis(14_500));

    Outcome.Throttled throttled = (Outcome.Throttled) ask(2);

    assertThat(throttled.failure().failureClass()).isEqualTo(FailureClass.QUOTA);
    assertThat(throttled.failure().code()).isEqualTo("429 RESOURCE_EXHAUSTED");
    assertThat(throttled.retryDelay()).contains(Duration.ofMillis(45_500));
    assertThat(throttled.violations())
        .extracting(QuotaViolation::kind)
        .containsExactly(LimitKind.REQUESTS_PER_MINUTE);
    assertThat(throttled.violations().getFirst().limit()).hasValue(1);
  }

  @Test
  void a_minutes_limit_of_tokens_is_told_apart() {
    emulator.limits(Limits.none().withInputTokensPerMinute(10));

    Outcome.Throttled throttled = (Outcome.Throttled) ask(2);

    assertThat(throttled.failure().failureClass()).isEqualTo(FailureClass.QUOTA);
    assertThat(throttled.violations())
        .extracting(QuotaViolation::kind)
        .containsExactly(LimitKind.INPUT_TOKENS_PER_MINUTE);
  }

  @Test
  void a_days_limit_beside_a_minutes_is_the_days() {
    emulator.limits(Limits.none().withRequestsPerMinute(1).withRequestsPerDay(1));
    Ends.answered(ask(1));

    Outcome.Throttled throttled = (Outcome.Throttled) ask(2);

    assertThat(throttled.failure().failureClass()).isEqualTo(FailureClass.QUOTA_DAY);
    assertThat(throttled.violations())
        .extracting(QuotaViolation::kind)
        .containsExactlyInAnyOrder(LimitKind.REQUESTS_PER_MINUTE, LimitKind.REQUESTS_PER_DAY);
  }

  @Test
  void a_limit_of_nothing_means_that_the_model_is_not_to_be_had() {
    emulator.limits(Limits.none().withRequestsPerMinute(0));

    Outcome outcome = ask(2);

    assertThat(Ends.failure(outcome).failureClass()).isEqualTo(FailureClass.MODEL_GONE);
    assertThat(Ends.failure(outcome).words()).contains("limit: 0");
  }

  @Test
  void a_429_that_says_nothing_is_capacity() {
    emulator.limits(Limits.none().withRequestsPerMinute(1).withoutDetails());
    Ends.answered(ask(1));

    assertThat(Ends.failure(ask(2)).failureClass()).isEqualTo(FailureClass.CAPACITY);
  }
}
