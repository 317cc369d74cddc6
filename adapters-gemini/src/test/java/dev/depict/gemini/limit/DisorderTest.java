package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.QuotaGauge.Circuit.State;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason.Kind;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens when the credential, the model or the provider is out of order. */
class DisorderTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Task TASK = Bench.task("a.png");
  private static final Task SIBLING = Bench.task("b.png", TaskFixtures.OTHER_KEY);
  private static final Task STRANGER =
      Bench.task("c.png", new QuotaKey("scripted", "another", "model-a"));

  private final Bench bench = new Bench(Bench.rpm(1000));

  private void breakDown() {
    for (int call = 0; call < 5; call++) {
      bench.call(Bench.task("down-" + call), Outcomes.unavailable(FailureClass.CAPACITY));
    }
  }

  @Test
  void a_refused_credential_holds_up_all_its_keys_and_no_other() {
    bench.call(TASK, Outcomes.refused(FailureClass.AUTH));
    assertThat(bench.denied(TASK)).isEqualTo(bench.waiting(Kind.CREDENTIAL, MINUTE));
    assertThat(bench.denied(SIBLING)).isEqualTo(bench.waiting(Kind.CREDENTIAL, MINUTE));
    bench.granted(STRANGER);
  }

  @Test
  void one_task_finds_out_whether_the_credential_is_well_again() {
    bench.call(TASK, Outcomes.refused(FailureClass.AUTH));
    bench.clock.advance(MINUTE);
    Grant probe = bench.sent(SIBLING);
    assertThat(bench.denied(TASK)).isEqualTo(Bench.waiting(Kind.CREDENTIAL));
    bench.limiter.settle(probe, Outcomes.refused(FailureClass.AUTH));
    assertThat(bench.releases).isEqualTo(1);
    assertThat(bench.denied(TASK))
        .isEqualTo(bench.waiting(Kind.CREDENTIAL, MINUTE.multipliedBy(2)));
    bench.clock.advance(MINUTE.multipliedBy(2));
    bench.call(TASK, Outcomes.refused(FailureClass.BLOCKED));
    bench.granted(TASK);
    bench.granted(SIBLING);
  }

  @Test
  void a_probe_that_is_given_back_leaves_its_place_to_the_next() {
    bench.call(TASK, Outcomes.refused(FailureClass.AUTH));
    bench.clock.advance(MINUTE);
    Grant probe = bench.granted(TASK);
    bench.denied(SIBLING);
    bench.limiter.giveBack(probe);
    assertThat(bench.releases).isEqualTo(1);
    bench.granted(SIBLING);
  }

  @Test
  void a_changed_credential_is_tried_at_once() {
    bench.call(TASK, Outcomes.refused(FailureClass.AUTH));
    bench.denied(TASK);
    bench.limiter.credentialChanged();
    assertThat(bench.releases).isEqualTo(1);
    bench.call(TASK, Answers.words(300, 0));
    bench.granted(SIBLING);
  }

  @Test
  void without_a_credential_everybody_waits_for_one() {
    bench.hasCredential = false;
    assertThat(bench.denied(TASK)).isEqualTo(Bench.waiting(Kind.NO_ANALYZER));
    assertThat(bench.limiter.state(Bench.KEY)).contains(Bench.waiting(Kind.NO_ANALYZER));
    bench.hasCredential = true;
    bench.limiter.credentialChanged();
    assertThat(bench.releases).isEqualTo(1);
    bench.granted(TASK);
  }

  @Test
  void a_model_that_is_gone_holds_up_its_key_alone() {
    bench.call(TASK, Outcomes.refused(FailureClass.MODEL_GONE));
    assertThat(bench.denied(TASK)).isEqualTo(bench.waiting(Kind.MODEL, MINUTE));
    bench.granted(SIBLING);
    bench.clock.advance(MINUTE);
    bench.call(TASK, Answers.words(300, 0));
    bench.granted(TASK);
  }

  @Test
  void an_unknown_model_that_a_caller_named_holds_up_nobody() {
    bench.call(SIBLING, Outcomes.refused(FailureClass.MODEL_GONE));
    bench.granted(SIBLING);
  }

  @Test
  void five_failures_in_a_row_hold_up_the_key_until_one_call_succeeds() {
    breakDown();
    assertThat(bench.denied(TASK))
        .isEqualTo(bench.waiting(Kind.PROVIDER_DOWN, Duration.ofSeconds(30)));
    assertThat(bench.gauge.circuit(Bench.KEY))
        .isEqualTo(
            new QuotaGauge.Circuit(State.OPEN, Optional.of(bench.in(Duration.ofSeconds(30)))));
    bench.granted(SIBLING);
    bench.clock.advance(Duration.ofSeconds(30));
    Grant probe = bench.sent(TASK);
    assertThat(bench.denied(TASK)).isEqualTo(Bench.waiting(Kind.PROVIDER_DOWN));
    assertThat(bench.gauge.circuit(Bench.KEY).state()).isEqualTo(State.PROBING);
    bench.limiter.settle(probe, Answers.words(300, 0));
    assertThat(bench.releases).isEqualTo(1);
    assertThat(bench.gauge.circuit(Bench.KEY)).isEqualTo(QuotaGauge.Circuit.IN_ORDER);
    bench.granted(TASK);
  }

  @Test
  void ten_minutes_of_503_cost_a_handful_of_calls() {
    breakDown();
    int calls = 0;
    var end = bench.in(Duration.ofMinutes(10));
    while (bench.clock.instant().isBefore(end)) {
      if (bench.limiter.state(Bench.KEY).isEmpty()) {
        bench.call(TASK, Outcomes.unavailable(FailureClass.CAPACITY));
        calls++;
      }
      bench.clock.advance(Duration.ofMillis(100));
    }
    // After 30, 90, 210 and 450 seconds.
    assertThat(calls).isEqualTo(4);
    bench.limiter.probe();
    bench.call(TASK, Answers.words(300, 0));
    bench.granted(TASK);
  }

  @Test
  void a_jump_of_the_wall_clock_ends_no_pause() {
    breakDown();
    bench.call(STRANGER, Outcomes.refused(FailureClass.AUTH));
    bench.clock.jump(Duration.ofHours(1));
    assertThat(bench.denied(TASK))
        .isEqualTo(bench.waiting(Kind.PROVIDER_DOWN, Duration.ofSeconds(30)));
    assertThat(bench.denied(STRANGER)).isEqualTo(bench.waiting(Kind.CREDENTIAL, MINUTE));
  }

  @Test
  void asked_to_it_names_the_keys_concerned_and_lets_one_task_of_each_find_out() {
    breakDown();
    bench.call(STRANGER, Outcomes.refused(FailureClass.AUTH));
    bench.granted(SIBLING);
    bench.denied(TASK);
    assertThat(bench.limiter.probe())
        .containsExactly(STRANGER.estimate().key(), TASK.estimate().key());
    assertThat(bench.releases).isEqualTo(1);
    bench.granted(TASK);
    bench.denied(TASK);
    bench.granted(STRANGER);
    bench.denied(STRANGER);
  }

  @Test
  void the_reasons_are_named_in_their_order() {
    bench.call(TASK, Answers.minute(Duration.ofMinutes(10)));
    assertThat(bench.denied(TASK).kind()).isEqualTo(Kind.QUOTA);
    var all = new Bench(Bench.rpm(1000));
    Grant quota = all.sent(TASK);
    Grant day = all.sent(TASK);
    Grant model = all.sent(TASK);
    Grant credential = all.sent(TASK);
    all.limiter.settle(quota, Answers.minute(Duration.ofMinutes(10)));
    assertThat(all.denied(TASK).kind()).isEqualTo(Kind.QUOTA);
    all.limiter.settle(day, Answers.day());
    assertThat(all.denied(TASK).kind()).isEqualTo(Kind.QUOTA_DAY);
    all.limiter.settle(model, Outcomes.refused(FailureClass.MODEL_GONE));
    assertThat(all.denied(TASK).kind()).isEqualTo(Kind.MODEL);
    all.limiter.settle(credential, Outcomes.refused(FailureClass.AUTH));
    assertThat(all.denied(TASK).kind()).isEqualTo(Kind.CREDENTIAL);
    all.hasCredential = false;
    assertThat(all.denied(TASK).kind()).isEqualTo(Kind.NO_ANALYZER);
  }
}
