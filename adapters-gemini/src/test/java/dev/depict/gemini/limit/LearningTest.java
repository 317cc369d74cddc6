package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.QuotaGauge.Limit;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the limiter learns from a provider that counts too many calls. */
class LearningTest {
  private static final Task TASK = Bench.task("a.png");

  private static final Task OTHER =
      Bench.task("b.png", new QuotaKey("gemini", "default", "model-b"));
  private static final Duration TURN = Bench.SPAN.dividedBy(15);

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

  @Test
  void after_a_refusal_calls_are_sent_one_by_one() {
    bench.call(TASK, Answers.minute(Duration.ofSeconds(30)));
    bench.clock.advance(Duration.ofSeconds(30));
    bench.sent(TASK);
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(TURN));
    bench.clock.advance(Duration.ofSeconds(61));
    bench.sent(TASK);
    bench.sent(TASK);
  }

  @Test
  void a_refusal_that_names_no_limit_leaves_the_learned_one() {
    bench.call(
        TASK,
        Answers.minute(Duration.ofSeconds(1), Answers.violation(LimitKind.REQUESTS_PER_MINUTE, 2)));
    Instant learned = bench.clock.instant();
    bench.clock.advance(Duration.ofSeconds(1));
    bench.call(TASK, Answers.minute(Duration.ofSeconds(20)));
    Bench after = bench.restarted(Bench.rpm(15));
    assertThat(after.limit(LimitKind.REQUESTS_PER_MINUTE).learned()).contains(learned);
  }

  @Test
  void a_new_process_keeps_to_what_an_earlier_one_was_taught() {
    bench.call(
        TASK,
        Answers.minute(
            Duration.ofSeconds(40),
            Answers.violation(LimitKind.REQUESTS_PER_MINUTE, 2),
            Answers.violation(LimitKind.INPUT_TOKENS_PER_MINUTE, 5000)));
    Instant learned = bench.clock.instant();
    bench.clock.advance(Duration.ofSeconds(10));
    Bench after = bench.restarted(Bench.rpm(15));
    assertThat(after.denied(TASK)).isEqualTo(after.quota(Duration.ofSeconds(30)));
    assertThat(after.gauge.limits(Bench.KEY))
        .containsExactly(
            new Limit(LimitKind.REQUESTS_PER_MINUTE, 2, 0, Optional.of(learned)),
            new Limit(LimitKind.INPUT_TOKENS_PER_MINUTE, 5000, 0, Optional.of(learned)));
  }

  /** At noon it waits until midnight, around midnight ten minutes. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T19:00:00Z, 2026-07-02T07:00:00Z",
    "2026-03-08T09:00:00Z, 2026-03-09T07:00:00Z",
    "2026-11-01T08:00:00Z, 2026-11-02T08:00:00Z",
    "2026-07-02T06:50:00Z, 2026-07-02T07:00:00Z",
    "2026-07-02T07:05:00Z, 2026-07-02T07:15:00Z"
  })
  void a_new_process_sleeps_on_when_the_day_is_used_up(Instant now, Instant end) {
    var before = new Bench(Bench.rpm(15), new SettableClock(now), new RecordedUsage());
    before.call(TASK, Answers.day());
    before.clock.advance(Duration.ofMinutes(1));
    Bench after = before.restarted(Bench.rpm(15));
    assertThat(after.denied(TASK))
        .isEqualTo(new WaitReason(WaitReason.Kind.QUOTA_DAY, Optional.of(end)));
    after.clock.set(end);
    after.granted(TASK);
  }

  @Test
  void a_clock_that_was_set_back_does_not_make_a_wait_longer() {
    bench.call(TASK, Answers.minute(Duration.ofSeconds(40)));
    bench.clock.jump(Duration.ofHours(-1));
    Bench after = bench.restarted(Bench.rpm(15));
    assertThat(after.denied(TASK)).isEqualTo(after.quota(Duration.ofSeconds(40)));
  }

  @Test
  void what_was_learned_is_forgotten_by_command_for_good() {
    bench.call(
        TASK,
        Answers.minute(
            Duration.ofSeconds(40), Answers.violation(LimitKind.REQUESTS_PER_MINUTE, 5)));
    bench.call(OTHER, Answers.day());
    assertThat(bench.limiter.forget(Optional.of(OTHER.estimate().key()))).isEqualTo(1);
    bench.granted(OTHER);
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(Duration.ofSeconds(40)));
    assertThat(bench.limiter.forget(Optional.empty())).isEqualTo(1);
    bench.granted(TASK);
    assertThat(bench.limiter.forget(Optional.empty())).isZero();
    bench.restarted(Bench.rpm(15)).granted(TASK);
    assertThat(bench.releases).isPositive();
  }

  @Test
  void many_invented_models_are_not_remembered() {
    bench.call(
        TASK,
        Answers.minute(Duration.ofSeconds(1), Answers.violation(LimitKind.REQUESTS_PER_MINUTE, 2)));
    for (int model = 0; model < 2000; model++) {
      bench.gauge.limits(new QuotaKey("gemini", "default", "invented-" + model));
    }
    assertThat(bench.keys()).isLessThan(300);
    assertThat(bench.limit(LimitKind.REQUESTS_PER_MINUTE).limit()).isEqualTo(2);
  }
}
