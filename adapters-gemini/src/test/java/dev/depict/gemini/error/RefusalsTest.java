package dev.depict.gemini.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.errors.ClientException;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.task.FailureClass;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as they were seen in the wild. */
final class RefusalsTest {
  private static final String RPC = "{\"@type\":\"type.googleapis.com/google.rpc.";

  private static Outcome outcome(int code, String status, String message) {
    return Refusals.outcome(new ClientException(code, status, message));
  }

  private static FailureClass failureClass(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> throw new AssertionError("an answer");
      case Outcome.Refused refused -> refused.failure().failureClass();
      case Outcome.Throttled throttled -> throttled.failure().failureClass();
      case Outcome.Unavailable unavailable -> unavailable.failure().failureClass();
    };
  }

  private static String violation(String quotaId, String more) {
    return RPC
        + "QuotaFailure\",\"violations\":[{\"quotaMetric\":\"x.googleapis.com/free\",\"quotaId\":\""
        + quotaId
        + "\""
        + more
        + "}]}";
  }

  @Test
  void a_days_limit_is_told_with_a_delay_of_seconds() {
    Outcome.Throttled throttled =
        (Outcome.Throttled)
            outcome(
                429,
                "RESOURCE_EXHAUSTED",
                "You exceeded your current quota.\nDetails: "
                    + violation(
                        "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
                        ",\"quotaValue\":\"500\"")
                    + "\n"
                    + RPC
                    + "Help\",\"links\":[]}\n"
                    + RPC
                    + "RetryInfo\",\"retryDelay\":\"45.837906927s\"}");

    assertThat(throttled.failure().failureClass()).isEqualTo(FailureClass.QUOTA_DAY);
    assertThat(throttled.failure().words()).isEqualTo("You exceeded your current quota.");
    assertThat(throttled.retryDelay()).contains(Duration.ofNanos(45_837_906_927L));
    assertThat(throttled.violations())
        .containsExactly(
            new QuotaViolation(
                LimitKind.REQUESTS_PER_DAY,
                "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
                OptionalLong.of(500)));
  }

  @Test
  void a_limit_of_zero_is_left_out_of_the_details_and_told_in_the_message() {
    String details = violation("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "");
    String zero = "* Quota exceeded for metric: x.googleapis.com/free, limit: 0, model: m";

    assertThat(failureClass(outcome(429, "X", "Quota.\n" + zero + "\nDetails: " + details)))
        .isEqualTo(FailureClass.MODEL_GONE);
    assertThat(failureClass(outcome(429, "X", "limit: 0 is in my name\nDetails: " + details)))
        .isEqualTo(FailureClass.QUOTA);
  }

  @Test
  void a_days_limit_of_tokens_is_no_number_of_calls() {
    Outcome.Throttled throttled =
        (Outcome.Throttled)
            outcome(
                429,
                "X",
                "Details: "
                    + violation("GenerateContentInputTokensPerDay", ",\"quotaValue\":\"1000000\""));

    assertThat(throttled.failure().failureClass()).isEqualTo(FailureClass.QUOTA_DAY);
    assertThat(throttled.violations().getFirst().limit()).isEmpty();
  }

  @Test
  void a_front_ends_limit_counts_as_well() {
    String info =
        RPC
            + "ErrorInfo\",\"reason\":\"RATE_LIMIT_EXCEEDED\",\"metadata\":{\"quota_limit\":"
            + "\"GenerateContentRequestsPerMinutePerProject\",\"quota_limit_value\":\"60\"}}";

    Outcome.Throttled throttled = (Outcome.Throttled) outcome(429, "X", "Details: " + info);

    assertThat(throttled.violations().getFirst().limit()).hasValue(60);
    assertThat(throttled.violations().getFirst().kind()).isEqualTo(LimitKind.REQUESTS_PER_MINUTE);
  }

  @Test
  void a_reason_counts_before_the_status() {
    String info = RPC + "ErrorInfo\",\"reason\":\"API_KEY_INVALID\"}";

    assertThat(failureClass(outcome(400, "INVALID_ARGUMENT", "No.\nDetails: " + info)))
        .isEqualTo(FailureClass.AUTH);
    assertThat(failureClass(outcome(400, "INVALID_ARGUMENT", "API_KEY_INVALID")))
        .isEqualTo(FailureClass.INPUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IMG_0429 503 PerDay quotaId timeout.jpg",
        "Details: not { json",
        "x\nDetails: {\"@type\":",
        "x\nDetails: {\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":7}",
        "x\nDetails: {\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"-1s\"}",
        "x\nDetails: {\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"9e99s\"}",
        "x\nDetails: {\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":45}",
        ""
      })
  void what_cannot_be_read_leaves_code_and_status(String message) {
    assertThat(failureClass(outcome(429, "RESOURCE_EXHAUSTED", message)))
        .isEqualTo(FailureClass.CAPACITY);
    assertThat(failureClass(outcome(400, "INVALID_ARGUMENT", message)))
        .isEqualTo(FailureClass.INPUT);
  }
}
