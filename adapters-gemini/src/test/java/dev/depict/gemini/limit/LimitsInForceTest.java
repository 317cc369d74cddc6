package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.gemini.limit.LimitsInForce.InForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LimitsInForceTest {
  private static final Instant NOW = Instant.parse("2026-07-01T19:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-07-02T07:00:00Z");

  private final LimitsInForce limits =
      new LimitsInForce(new LimiterSettings(15, 0, 500, Duration.ofMillis(250), MicroDollars.ZERO));

  @Test
  void what_is_configured_holds_until_something_is_learned() {
    assertThat(limits.of(LimitKind.REQUESTS_PER_MINUTE, NOW))
        .contains(new InForce(15, Optional.empty()));
    assertThat(limits.of(LimitKind.INPUT_TOKENS_PER_MINUTE, NOW)).isEmpty();
    assertThat(limits.day(NOW)).hasValue(500);
  }

  @Test
  void several_limits_are_learned_at_once_and_the_smaller_one_holds() {
    learn(LimitKind.REQUESTS_PER_MINUTE, 10);
    learn(LimitKind.INPUT_TOKENS_PER_MINUTE, 250_000);
    learn(LimitKind.REQUESTS_PER_DAY, 1000);
    assertThat(limits.of(LimitKind.REQUESTS_PER_MINUTE, NOW))
        .contains(new InForce(10, Optional.of(NOW)));
    assertThat(limits.minute(NOW).inputTokens()).hasValue(250_000);
    assertThat(limits.of(LimitKind.REQUESTS_PER_DAY, NOW))
        .contains(new InForce(500, Optional.empty()));
  }

  @Test
  void what_was_learned_is_forgotten_at_midnight_in_los_angeles() {
    learn(LimitKind.REQUESTS_PER_MINUTE, 10);
    assertThat(limits.minute(MIDNIGHT.minusMillis(1)).requests()).isEqualTo(10);
    assertThat(limits.minute(MIDNIGHT).requests()).isEqualTo(15);
  }

  @Test
  void a_lesson_that_names_no_limit_changes_none() {
    learn(LimitKind.REQUESTS_PER_MINUTE, 10);
    limits.learn(
        new Lesson(
            Bench.KEY,
            LimitKind.REQUESTS_PER_MINUTE,
            OptionalLong.empty(),
            NOW,
            Optional.of(NOW.plusSeconds(50))));
    assertThat(limits.minute(NOW).requests()).isEqualTo(10);
  }

  private void learn(LimitKind kind, long limit) {
    limits.learn(new Lesson(Bench.KEY, kind, OptionalLong.of(limit), NOW, Optional.empty()));
  }
}
