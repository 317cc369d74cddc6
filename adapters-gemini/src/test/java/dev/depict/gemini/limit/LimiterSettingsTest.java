package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.domain.quota.MicroDollars;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimiterSettingsTest {
  private static final Duration GUARD = Duration.ofMillis(250);

  private static void assertRefused(int rpm, long tpm, long rpd, Duration guard, String words) {
    assertThatThrownBy(() -> new LimiterSettings(rpm, tpm, rpd, guard, MicroDollars.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void a_limit_that_allows_nothing_is_refused_with_field_value_and_remedy() {
    assertRefused(0, 0, 0, GUARD, "quota.rpm is 0: set it to at least 1");
    assertRefused(-3, 0, 0, GUARD, "quota.rpm is -3: set it to at least 1");
    assertRefused(15, -1, 0, GUARD, "quota.tpm is -1: set it to");
    assertRefused(15, 0, -1, GUARD, "quota.rpd is -1: set it to");
    assertRefused(15, 0, 0, Duration.ofMillis(-1), "quota.guard is PT-0.001S: set it");
    assertRefused(15, 0, 0, Duration.ofMinutes(2), "quota.guard is PT2M: set it");
  }

  @Test
  void a_send_counts_for_a_minute_and_the_guard() {
    assertThat(LimiterSettings.DEFAULT.span()).isEqualTo(Duration.ofMillis(60_250));
  }
}
