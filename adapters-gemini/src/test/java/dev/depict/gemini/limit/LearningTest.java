package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.QuotaGauge.Limit;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the limiter learns from a provider that counts too many calls. */
class LearningTest {
  private static final Task TASK = Bench.task("a.png");

  private final Bench bench = new Bench(Bench.rpm(15));

  @Test
  void the_key_waits_as_long_as_the_provider_asks() {
    bench.call(TASK, Answers.minute(Duration.ofMillis(45_838)));
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(Duration.ofMillis(45_838)));
    bench.clock.advance(Duration.ofMillis(45_838));
    bench.granted(TASK);
  }

  @Test
  void a_lower_limit_is_kept_to_and_shown_with_its_time() {
    bench.call(
        TASK,
        Answers.minute(Duration.ofSeconds(1), Answers.violation(LimitKind.REQUESTS_PER_MINUTE, 2)));
    Instant learned = bench.clock.instant();
    bench.clock.advance(Duration.ofSeconds(1));
    bench.sent(TASK);
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(Bench.SPAN.minusSeconds(1)));
    assertThat(bench.gauge.limits(Bench.KEY))
        .containsExactly(new Limit(LimitKind.REQUESTS_PER_MINUTE, 2, 2, Optional.of(learned)));
    bench.clock.set(PacificDay.end(learned));
    assertThat(bench.gauge.limits(Bench.KEY))
        .containsExactly(new Limit(LimitKind.REQUESTS_PER_MINUTE, 15, 0, Optional.empty()));
  }
}
