package dev.depict.gemini.limit;

import static dev.depict.gemini.limit.Bench.SPAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a key may send in a minute. */
class SendingTest {
  private static final Task TASK = Bench.task("a.png");

  private final Bench bench = new Bench(Bench.rpm(15));

  private void fill() {
    for (int call = 0; call < 15; call++) {
      bench.sent(TASK);
    }
  }

  @Test
  void a_burst_takes_what_is_free_and_then_waits_for_the_first_send_to_end() {
    fill();
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(SPAN));
    bench.clock.advance(SPAN.minusMillis(1));
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(Duration.ofMillis(1)));
    bench.clock.advance(Duration.ofMillis(1));
    fill();
  }

  @Test
  void a_backlog_is_spread_evenly_and_a_caller_goes_between() {
    assertThat(bench.limiter.acquire(TASK, 100)).isInstanceOf(Permit.Granted.class);
    assertThat(bench.limiter.acquire(TASK, 99))
        .isEqualTo(new Permit.Denied(bench.quota(SPAN.dividedBy(15))));
    bench.granted(TASK);
    bench.clock.advance(SPAN.dividedBy(15));
    assertThat(bench.limiter.acquire(TASK, Integer.MAX_VALUE)).isInstanceOf(Permit.Granted.class);
  }

  @Test
  void the_minute_begins_to_run_when_the_request_is_sent() {
    fill();
    bench.clock.advance(SPAN);
    Grant slow = bench.granted(TASK);
    bench.clock.advance(Duration.ofSeconds(100));
    for (int call = 0; call < 14; call++) {
      bench.sent(TASK);
    }
    bench.limiter.sent(slow);
    bench.clock.advance(SPAN.minusMillis(1));
    assertThat(bench.limit(LimitKind.REQUESTS_PER_MINUTE).used()).isEqualTo(15);
    bench.clock.advance(Duration.ofMillis(1));
    assertThat(bench.limit(LimitKind.REQUESTS_PER_MINUTE).used()).isZero();
  }

  @Test
  void a_refused_request_keeps_its_place() {
    for (int call = 0; call < 15; call++) {
      bench.call(TASK, Outcomes.refused(FailureClass.BLOCKED));
    }
    assertThat(bench.denied(TASK)).isEqualTo(bench.quota(SPAN));
  }

  @Test
  void a_request_that_never_left_frees_its_place() {
    Grant grant = bench.sent(TASK);
    bench.limiter.settle(grant, Outcomes.unavailable(FailureClass.NETWORK, Charge.NOT_SENT));
    assertThat(bench.limit(LimitKind.REQUESTS_PER_MINUTE).used()).isZero();
  }

  @Test
  void keys_do_not_share_their_minute() {
    fill();
    bench.granted(Bench.task("b.png", TaskFixtures.OTHER_KEY));
  }

  @Test
  void tokens_are_reserved_by_estimate_and_settled_to_what_was_counted() {
    var limited = new Bench(Bench.tpm(1000));
    Task large = Bench.taking(600, 0, TASK);
    Grant grant = limited.sent(large);
    assertThat(limited.denied(large)).isEqualTo(limited.quota(SPAN));
    assertThat(limited.releases).isZero();
    limited.limiter.settle(grant, Answers.words(300, 0));
    assertThat(limited.releases).isEqualTo(1);
    assertThat(limited.limit(LimitKind.INPUT_TOKENS_PER_MINUTE).used()).isEqualTo(300);
    limited.granted(large);
  }

  @Test
  void a_request_larger_than_a_learned_limit_goes_alone_instead_of_waiting_for_ever() {
    Task large = Bench.taking(5000, 0, TASK);
    bench.call(
        large,
        Answers.minute(
            Duration.ofSeconds(1), Answers.violation(LimitKind.INPUT_TOKENS_PER_MINUTE, 1000)));
    assertThat(bench.denied(large)).isEqualTo(bench.quota(SPAN));
    bench.clock.advance(SPAN);
    bench.granted(large);
    assertThat(bench.denied(Bench.taking(1, 0, TASK))).isEqualTo(bench.quota(SPAN));
  }

  @Test
  void a_jump_of_the_wall_clock_neither_frees_nor_fills_the_window() {
    fill();
    bench.clock.advance(Duration.ofSeconds(10));
    for (Duration jump : new Duration[] {Duration.ofHours(1), Duration.ofHours(-2)}) {
      bench.clock.jump(jump);
      assertThat(bench.denied(TASK)).isEqualTo(bench.quota(SPAN.minusSeconds(10)));
    }
    bench.clock.advance(SPAN.minusSeconds(10));
    bench.granted(TASK);
  }

  @Test
  void a_new_process_remembers_the_sends_of_the_last_minute() {
    Instant now = SettableClock.START;
    var book = new RecordedUsage();
    for (int second = 1; second <= 20; second++) {
      book.sent(now.minusSeconds(second * 5L), 100);
    }
    var restarted = new Bench(Bench.rpm(15), new SettableClock(now), book);
    // Those of the last minute, the guard, and the moment between claim and send.
    assertThat(restarted.limit(LimitKind.REQUESTS_PER_MINUTE).used()).isEqualTo(12);
    for (int call = 0; call < 3; call++) {
      restarted.sent(TASK);
    }
    assertThat(restarted.denied(TASK)).isEqualTo(restarted.quota(Duration.ofMillis(500)));
  }

  @Test
  void sends_of_the_future_count_for_a_minute_from_now() {
    var book = new RecordedUsage();
    for (int call = 0; call < 15; call++) {
      book.sent(SettableClock.START.plus(Duration.ofMinutes(50)), 100);
    }
    var restarted = new Bench(Bench.rpm(15), new SettableClock(), book);
    assertThat(restarted.denied(TASK)).isEqualTo(restarted.quota(SPAN.plusMillis(250)));
  }
}
