package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.testkit.analyzer.Outcomes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final Task TASK = Bench.task("a.png");

  private final Bench bench = new Bench(Bench.rpm(15));

  private static Instant finish(Bench of, long calls) {
    return of.gauge.finishTime(Bench.KEY, calls).orElseThrow();
  }

  @Test
  void what_is_free_goes_now() {
    assertThat(finish(bench, 0)).isEqualTo(bench.clock.instant());
    assertThat(finish(bench, 10)).isEqualTo(bench.clock.instant());
  }

  @Test
  void a_backlog_ends_when_it_was_foretold() {
    bench.sent(TASK);
    int left = 100;
    Instant foretold = finish(bench, left);
    while (true) {
      switch (bench.limiter.acquire(TASK, left)) {
        case Permit.Granted granted -> {
          bench.limiter.sent(granted.grant());
          left--;
        }
        case Permit.Denied denied -> bench.clock.set(denied.reason().until().orElseThrow());
      }
      if (left == 0) {
        break;
      }
    }
    assertThat(Duration.between(bench.clock.instant(), foretold).abs())
        .isLessThan(Bench.SPAN.dividedBy(15).multipliedBy(2));
  }

  @Test
  void what_the_day_does_not_allow_goes_on_the_days_after() {
    var daily = new Bench(Bench.rpd(100));
    daily.sent(TASK);
    Instant midnight = PacificDay.end(daily.clock.instant());
    assertThat(finish(daily, 99)).isEqualTo(daily.clock.instant());
    assertThat(finish(daily, 100)).isEqualTo(midnight);
    assertThat(finish(daily, 199)).isEqualTo(midnight);
    assertThat(finish(daily, 200)).isEqualTo(PacificDay.end(midnight));
    assertThat(finish(daily, 1_000_000_000_000_000L)).isAfter(midnight);
  }

  @Test
  void what_the_provider_sleeps_for_goes_after_midnight() {
    bench.call(TASK, Answers.day());
    assertThat(finish(bench, 1)).isEqualTo(PacificDay.end(bench.clock.instant()));
  }

  @Test
  void a_wait_the_provider_asked_for_comes_first() {
    bench.call(TASK, Answers.minute(Duration.ofSeconds(30)));
    assertThat(finish(bench, 1)).isEqualTo(bench.in(Duration.ofSeconds(30)));
  }

  @Test
  void nobody_knows_when_somebody_has_to_act() {
    bench.call(TASK, Outcomes.refused(FailureClass.AUTH));
    assertThat(bench.gauge.finishTime(Bench.KEY, 1)).isEmpty();
    var without = new Bench(Bench.rpm(15));
    without.hasCredential = false;
    assertThat(without.gauge.finishTime(Bench.KEY, 1)).isEmpty();
  }

  @Test
  void the_largest_number_of_calls_breaks_nothing() {
    assertThat(finish(bench, Long.MAX_VALUE)).isAfter(bench.clock.instant());
    assertThat(finish(new Bench(Bench.rpd(1)), Long.MAX_VALUE)).isAfter(bench.clock.instant());
  }
}
