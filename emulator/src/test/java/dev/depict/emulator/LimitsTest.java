package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.depict.emulator.Client.Answered;
import dev.depict.emulator.book.Verdict;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.quota.Counting;
import dev.depict.emulator.quota.Limits;
import dev.depict.emulator.quota.Quota;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LimitsTest extends EmulatorTest {
  private static final Limits TWO = Limits.none().withRequestsPerMinute(2);

  @Override
  EmulatorSettings settings() {
    return super.settings().withLimits(TWO);
  }

  private Answered call() throws Exception {
    return client.generate(Requests.depict(1));
  }

  @Test
  void a_call_over_the_limit_is_told_which_and_how_long() throws Exception {
    call();
    time.pass(Duration.ofMillis(14_162));
    call();
    Answered refused = call();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error().path("status").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    JsonNode violation = refused.detail("QuotaFailure").path("violations").path(0);
    assertThat(violation.path("quotaId").asText())
        .isEqualTo("GenerateRequestsPerMinutePerProjectPerModel-FreeTier");
    assertThat(violation.path("quotaMetric").asText())
        .isEqualTo("generativelanguage.googleapis.com/generate_content_free_tier_requests");
    assertThat(violation.path("quotaValue").asText()).isEqualTo("2");
    assertThat(violation.path("quotaDimensions").path("model").asText()).isEqualTo(Client.MODEL);
    assertThat(refused.detail("RetryInfo").path("retryDelay").asText()).isEqualTo("45.838s");
    assertThat(refused.detail("Help").path("links")).isNotEmpty();
  }

  @Test
  void a_call_fits_again_when_the_first_is_a_minute_old() throws Exception {
    call();
    call();
    time.pass(Duration.ofMillis(59_999));
    assertThat(call().status()).isEqualTo(429);
    time.pass(Duration.ofMillis(1));

    assertThat(call().status()).isEqualTo(200);
    assertThat(emulator.books().answered().mostRequestsInAnyMinute()).isEqualTo(2);
    assertThat(emulator.books().mostRequestsInAnyMinute()).isEqualTo(3);
    assertThat(emulator.books().throttled().arrivals())
        .singleElement()
        .extracting(arrival -> arrival.verdict())
        .isEqualTo(new Verdict.Throttled(Set.of(Quota.REQUESTS_PER_MINUTE)));
  }

  @Test
  void a_bucket_gives_half_a_minute_later() throws Exception {
    emulator.limits(TWO.countedBy(Counting.TOKEN_BUCKET));
    call();
    call();
    assertThat(call().detail("RetryInfo").path("retryDelay").asText()).isEqualTo("30s");
    time.pass(Duration.ofSeconds(30));

    assertThat(call().status()).isEqualTo(200);
    assertThat(call().status()).isEqualTo(429);
  }

  @Test
  void a_fixed_minute_begins_anew_for_all() throws Exception {
    emulator.limits(TWO.countedBy(Counting.FIXED_MINUTE));
    time.pass(Duration.ofSeconds(59));
    call();
    call();
    assertThat(call().detail("RetryInfo").path("retryDelay").asText()).isEqualTo("0.75s");
    time.pass(Duration.ofMillis(750));

    assertThat(call().status()).isEqualTo(200);
    assertThat(call().status()).isEqualTo(200);
    assertThat(call().status()).isEqualTo(429);
  }

  @Test
  void several_limits_are_told_at_once() throws Exception {
    emulator.limits(
        Limits.none()
            .withRequestsPerMinute(1)
            .withInputTokensPerMinute(2000)
            .withRequestsPerDay(1));
    call();

    JsonNode violations = call().detail("QuotaFailure").path("violations");

    assertThat(violations.findValuesAsText("quotaId"))
        .containsExactly(
            "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
            "GenerateContentInputTokensPerModelPerMinute-FreeTier",
            "GenerateRequestsPerDayPerProjectPerModel-FreeTier");
    assertThat(violations.findValuesAsText("quotaValue")).containsExactly("1", "2000", "1");
  }

  @Test
  void a_limit_per_day_ends_at_midnight_in_los_angeles() throws Exception {
    emulator.limits(Limits.none().withRequestsPerDay(1));
    call();
    time.pass(Duration.ofHours(11));
    Answered refused = call();
    time.pass(Duration.ofHours(1));

    assertThat(refused.detail("RetryInfo").path("retryDelay").asText()).isEqualTo("59.75s");
    assertThat(call().status()).isEqualTo(200);
  }

  @Test
  void a_limit_of_zero_is_named_in_words_and_has_no_value() throws Exception {
    emulator.limits(Limits.none().withRequestsPerDay(0));

    Answered refused = call();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error().path("message").asText()).contains("limit: 0, model: ");
    assertThat(refused.detail("QuotaFailure").path("violations").path(0).has("quotaValue"))
        .isFalse();
  }

  @Test
  void a_call_that_is_refused_for_its_picture_is_not_counted() throws Exception {
    emulator.faults().onCode(7, Fault.BAD_REQUEST);
    for (int i = 0; i < 3; i++) {
      assertThat(client.generate(Requests.depict(7)).status()).isEqualTo(400);
    }

    assertThat(call().status()).isEqualTo(200);
    assertThat(call().status()).isEqualTo(200);
    assertThat(call().status()).isEqualTo(429);
  }

  @Test
  void details_can_be_kept_back() throws Exception {
    emulator.limits(TWO.withoutDetails());
    call();
    call();
    Answered refused = call();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.error().has("details")).isFalse();
  }

  @Test
  void keys_and_models_are_counted_apart_and_may_have_limits_of_their_own() throws Exception {
    emulator.limits("gemini-2.5-flash", Limits.none());
    call();
    call();

    assertThat(client.withKey("another", Requests.depict(1)).status()).isEqualTo(200);
    assertThat(client.generate("gemini-3.5-flash", Requests.depict(1)).status()).isEqualTo(200);
    for (int i = 0; i < 4; i++) {
      assertThat(client.generate("gemini-2.5-flash", Requests.depict(1)).status()).isEqualTo(200);
    }
    assertThat(call().status()).isEqualTo(429);
  }

  @Test
  void new_limits_count_what_was_sent_before() throws Exception {
    emulator.limits(Limits.none());
    call();
    call();
    emulator.limits(TWO);

    assertThat(call().status()).isEqualTo(429);
  }

  @Test
  void a_call_is_counted_when_it_arrives_and_not_when_it_is_sent() throws Exception {
    emulator.network(random -> {
      time.pass(Duration.ofSeconds(30));
      return Duration.ZERO;
    });
    call();
    call();
    call();

    assertThat(emulator.books().answered().count()).isEqualTo(3);
    assertThat(emulator.books().mostRequestsInAnyMinute()).isEqualTo(2);
  }
}
