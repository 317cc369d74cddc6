package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import dev.depict.domain.task.WaitReason.Kind;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SettableClock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Task TASK = Bench.taking(300, 400, Bench.task("a.png"));
  private static final Task OTHER =
      Bench.taking(300, 400, Bench.task("b.png", TaskFixtures.OTHER_KEY));
  private static final Instant MIDNIGHT = PacificDay.end(SettableClock.START);
  private static final WaitReason SPENT = new WaitReason(Kind.BUDGET, Optional.of(MIDNIGHT));

  private final Bench bench = new Bench(Bench.budget(1000));

  private static QuotaGauge.Budget budget(long spent, long reserved) {
    return new QuotaGauge.Budget(
        new MicroDollars(1000), new MicroDollars(spent), new MicroDollars(reserved), MIDNIGHT);
  }

  @Test
  void all_keys_together_wait_until_midnight_when_it_is_spent() {
    bench.call(TASK, Answers.words(300, 400));
    bench.call(OTHER, Answers.words(300, 300));
    assertThat(bench.denied(TASK)).isEqualTo(SPENT);
    assertThat(bench.denied(OTHER)).isEqualTo(SPENT);
    assertThat(bench.limiter.state(Bench.KEY)).contains(SPENT);
    assertThat(bench.gauge.budget()).contains(budget(700, 0));
    bench.clock.set(MIDNIGHT);
    bench.granted(TASK);
  }

  @Test
  void what_a_call_may_cost_is_set_aside_until_it_is_known() {
    Grant first = bench.sent(TASK);
    Grant second = bench.sent(OTHER);
    assertThat(bench.gauge.budget()).contains(budget(0, 800));
    assertThat(bench.denied(TASK)).isEqualTo(SPENT);
    bench.limiter.settle(first, Answers.words(300, 100));
    assertThat(bench.releases).isEqualTo(1);
    assertThat(bench.gauge.budget()).contains(budget(100, 400));
    bench.limiter.giveBack(second);
    assertThat(bench.gauge.budget()).contains(budget(100, 0));
    bench.granted(TASK);
  }

  @Test
  void a_call_of_unknown_outcome_counts_with_all_it_may_have_cost() {
    bench.call(TASK, Outcomes.unavailable(FailureClass.NETWORK, Charge.UNKNOWN));
    assertThat(bench.gauge.budget()).contains(budget(400, 0));
  }

  @Test
  void a_call_that_was_not_sent_costs_nothing() {
    bench.call(TASK, Outcomes.unavailable(FailureClass.NETWORK, Charge.NOT_SENT));
    assertThat(bench.gauge.budget()).contains(budget(0, 0));
  }

  @Test
  void a_new_process_knows_what_was_spent_on_all_keys() {
    var book =
        new RecordedUsage()
            .used(PacificDay.of(SettableClock.START), Bench.KEY, 3, 300)
            .used(PacificDay.of(SettableClock.START), TaskFixtures.OTHER_KEY, 4, 400);
    var restarted = new Bench(Bench.budget(1000), new SettableClock(), book);
    assertThat(restarted.gauge.budget()).contains(budget(700, 0));
    assertThat(restarted.denied(TASK)).isEqualTo(SPENT);
  }

  @Test
  void without_one_there_is_nothing_to_show() {
    assertThat(new Bench(Bench.rpm(15)).gauge.budget()).isEmpty();
  }
}
