package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.COST;
import static dev.depict.testkit.fixture.TaskFixtures.KEY;
import static dev.depict.testkit.fixture.TaskFixtures.OTHER_KEY;
import static dev.depict.testkit.fixture.TaskFixtures.USAGE;
import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.UsageBook.Send;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What earlier calls a limiter learns of: {@link dev.depict.application.port.out.UsageBook}. */
public abstract class UsageBookContract extends StoreContract {
  private static final Charge BILLED = new Charge.Billed(USAGE, COST, "response-7");

  protected UsageBookContract() {}

  private List<Send> sends() {
    return sends(KEY);
  }

  private List<Send> sends(QuotaKey key) {
    return store().usage().sends(key, clock.instant().minus(Duration.ofMinutes(1)));
  }

  private Send estimated(Task task, Instant time) {
    return new Send(time, task.estimate().inputTokens());
  }

  @Test
  void a_store_without_calls_has_nothing_to_tell() {
    ingest("a.png");
    assertThat(sends()).isEmpty();
    assertThat(store().usage().day(PacificDay.of(clock.instant()))).isEmpty();
  }

  @Test
  void a_call_under_way_counts_from_its_claim_with_its_estimate() {
    Task task = ingest("a.png");
    Instant claimed = clock.instant();
    claim(task);
    clock.advance(Duration.ofSeconds(3));
    assertThat(sends()).containsExactly(estimated(task, claimed));
  }

  @Test
  void an_answered_call_counts_from_its_sending_with_what_the_provider_counted() {
    Lease lease = claim(ingest("a.png"));
    clock.advance(Duration.ofSeconds(3));
    Instant sent = clock.instant();
    clock.advance(Duration.ofSeconds(3));
    end(lease, answered("a cat"), Expense.of(sent, BILLED));
    assertThat(sends()).containsExactly(new Send(sent, USAGE.promptTokens()));
  }

  @Test
  void a_refused_call_counts_too() {
    end(
        claim(ingest("a.png")),
        failed(FailureClass.BLOCKED),
        Expense.of(clock.instant(), Charge.NOTHING));
    assertThat(sends()).containsExactly(new Send(clock.instant(), 0));
  }

  @Test
  void a_call_of_unknown_outcome_counts_with_its_estimate() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    clock.advance(Duration.ofSeconds(3));
    end(lease, givenBack(), Expense.of(clock.instant(), Charge.UNKNOWN));
    assertThat(sends()).containsExactly(estimated(task, clock.instant()));
  }

  @Test
  void what_ended_without_being_sent_does_not_count() {
    end(claim(ingest("a.png")), givenBack(), Expense.NOTHING);
    end(claim(ingest("b.png")), failed(FailureClass.INPUT), Expense.NOTHING);
    assertThat(sends()).isEmpty();
  }

  @Test
  void a_call_that_a_crash_hid_counts_from_the_moment_it_was_found() {
    Task task = ingest("a.png");
    claim(task);
    clock.advance(Duration.ofSeconds(3));
    crashAndRecover();
    assertThat(sends()).containsExactly(estimated(task, clock.instant()));
  }

  @Test
  void calls_are_told_from_the_time_asked_for_on_the_oldest_first() {
    claim(ingest("a.png"));
    clock.advance(Duration.ofMillis(1));
    Instant second = clock.instant();
    Lease late = claim(ingest("b.png"));
    clock.advance(Duration.ofSeconds(10));
    Instant third = clock.instant();
    claim(ingest("c.png"));
    clock.advance(Duration.ofSeconds(49));
    end(late, answered("a cat"), Expense.of(second.plusSeconds(20), BILLED));
    clock.advance(Duration.ofSeconds(1));

    assertThat(sends()).extracting(Send::time).containsExactly(third, second.plusSeconds(20));
    assertThat(store().usage().sends(KEY, second.plusMillis(1)))
        .extracting(Send::time)
        .containsExactly(third);
  }

  @Test
  void each_key_has_calls_of_its_own() {
    claim(ingest("a.png"));
    Task other = ingest(newTask("b.png").on(OTHER_KEY));
    end(claim(other), answered("a dog"), Expense.of(clock.instant(), BILLED));

    assertThat(sends()).hasSize(1);
    assertThat(sends(OTHER_KEY)).hasSize(1);
    assertThat(sends(new QuotaKey("nobody", "", "none"))).isEmpty();
    assertThat(store().usage().day(PacificDay.of(clock.instant())))
        .isEqualTo(Map.of(OTHER_KEY, new DayUsage(1, 0, USAGE, COST)));
  }

  @Test
  void an_inherited_call_counts_once() {
    Task leader = ingest("a.png");
    ingest("a.png");
    Lease lease = claim(leader);
    store().tasks().cancel(leader.id());
    assertThat(sends()).hasSize(1);
    end(lease, answered("a cat"), Expense.of(clock.instant(), BILLED));
    assertThat(sends()).containsExactly(new Send(clock.instant(), USAGE.promptTokens()));
  }

  @Test
  void a_day_adds_up_its_calls_and_outlives_a_crash() {
    for (String picture : List.of("a.png", "b.png")) {
      end(claim(ingest(picture)), answered(picture), Expense.of(clock.instant(), BILLED));
    }
    LocalDate today = PacificDay.of(clock.instant());
    Map<QuotaKey, DayUsage> before = store().usage().day(today);

    crashAndRecover();

    assertThat(before.get(KEY)).extracting(DayUsage::calls).isEqualTo(2L);
    assertThat(store().usage().day(today)).isEqualTo(before);
    assertThat(store().usage().day(today.plusDays(1))).isEmpty();
  }

  @Test
  void no_call_is_lost_behind_many_others() {
    claim(ingest("too old.png"));
    clock.advance(Duration.ofMinutes(1).plusMillis(1));
    Instant first = clock.instant();
    claim(ingest("first.png"));
    clock.advance(Duration.ofSeconds(1));
    var many =
        IntStream.range(0, 800).mapToObj(number -> newTask("picture " + number).build()).toList();
    store().tasks().ingest(many);
    store().queue().claim(many.stream().map(NewTask::id).toList());

    assertThat(sends()).hasSize(801).first().extracting(Send::time).isEqualTo(first);
  }
}
