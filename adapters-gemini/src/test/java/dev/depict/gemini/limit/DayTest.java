package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import dev.depict.domain.task.WaitReason.Kind;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a key may send on a day. */
class DayTest {
  private static final Task TASK = Bench.task("a.png");
  private static final Instant NOW = Instant.parse("2026-07-01T19:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-07-02T07:00:00Z");

  private static Bench bench(Instant now) {
    return new Bench(Bench.rpd(2), new SettableClock(now), new RecordedUsage());
  }

  private static WaitReason until(Instant time) {
    return new WaitReason(Kind.QUOTA_DAY, Optional.of(time));
  }

  private static long used(Bench bench) {
    return bench.limit(LimitKind.REQUESTS_PER_DAY).used();
  }

  /** Also on the days on which the clocks of Los Angeles change. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T19:00:00Z, 2026-07-02T07:00:00Z",
    "2026-03-08T08:00:00Z, 2026-03-09T07:00:00Z",
    "2026-11-01T07:00:00Z, 2026-11-02T08:00:00Z"
  })
  void the_day_ends_at_midnight_in_los_angeles_also_for_those_who_wait(
      Instant now, Instant midnight) {
    var bench = bench(now);
    bench.call(TASK, Answers.words(300, 700));
    bench.call(TASK, Outcomes.unavailable(FailureClass.NETWORK));
    assertThat(bench.denied(TASK)).isEqualTo(until(midnight));
    bench.clock.set(midnight.minusMillis(1));
    assertThat(bench.denied(TASK)).isEqualTo(until(midnight));
    bench.clock.set(midnight);
    bench.granted(TASK);
  }

  @Test
  void a_new_process_counts_on_from_the_book() {
    var book = new RecordedUsage().used(PacificDay.of(NOW), Bench.KEY, 1, 0);
    var bench = new Bench(Bench.rpd(2), new SettableClock(NOW), book);
    bench.sent(TASK);
    assertThat(bench.denied(TASK)).isEqualTo(until(MIDNIGHT));
    assertThat(used(bench)).isEqualTo(2);
  }

  @Test
  void what_was_not_sent_does_not_count() {
    var bench = bench(NOW);
    bench.limiter.giveBack(bench.granted(TASK));
    bench.call(TASK, Outcomes.unavailable(FailureClass.NETWORK, Charge.NOT_SENT));
    assertThat(used(bench)).isZero();
  }

  @Test
  void a_request_counts_on_the_day_it_is_sent() {
    var bench = bench(MIDNIGHT.minusMillis(1));
    Grant grant = bench.granted(TASK);
    bench.clock.advance(Duration.ofMillis(2));
    bench.limiter.sent(grant);
    assertThat(used(bench)).isEqualTo(1);
    bench.clock.jump(Duration.ofMillis(-2));
    assertThat(used(bench)).isZero();
  }

  @Test
  void a_clock_that_is_set_back_over_midnight_finds_the_old_count() {
    var bench = bench(NOW);
    bench.sent(TASK);
    bench.sent(TASK);
    bench.clock.set(MIDNIGHT);
    bench.sent(TASK);
    bench.clock.jump(Duration.ofHours(-1));
    assertThat(bench.denied(TASK)).isEqualTo(until(MIDNIGHT));
    bench.clock.jump(Duration.ofHours(1));
    assertThat(used(bench)).isEqualTo(1);
  }

  @Test
  void when_the_provider_says_so_the_key_sleeps_until_midnight() {
    var bench = new Bench(Bench.rpm(100), new SettableClock(NOW), new RecordedUsage());
    bench.call(TASK, Answers.day(Answers.violation(LimitKind.REQUESTS_PER_DAY, 500)));
    assertThat(bench.denied(TASK)).isEqualTo(until(MIDNIGHT));
    assertThat(bench.limit(LimitKind.REQUESTS_PER_DAY).learned()).contains(NOW);
    bench.clock.set(MIDNIGHT);
    bench.granted(TASK);
    assertThat(bench.gauge.limits(Bench.KEY)).hasSize(1);
  }

  @Test
  void near_midnight_it_asks_again_after_ten_minutes() {
    Instant late = MIDNIGHT.minus(Duration.ofMinutes(5));
    var bench = new Bench(Bench.rpm(100), new SettableClock(late), new RecordedUsage());
    bench.call(TASK, Answers.day());
    assertThat(bench.denied(TASK)).isEqualTo(until(late.plus(Duration.ofMinutes(10))));
    bench.clock.advance(Duration.ofMinutes(10));
    bench.granted(TASK);
  }
}
