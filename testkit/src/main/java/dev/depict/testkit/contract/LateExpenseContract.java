package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.COST;
import static dev.depict.testkit.fixture.TaskFixtures.USAGE;
import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How it is put right what was booked for a call whose outcome nobody had seen. */
public abstract class LateExpenseContract extends BookingContract {
  protected LateExpenseContract() {}

  @Test
  void a_late_answer_puts_right_what_was_booked_for_want_of_it() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    Expense unknown = lost();
    end(lease, givenBack(), unknown);
    assertThat(today()).isEqualTo(unknown(task));
    clock.advance(Duration.ofSeconds(5));
    var charge = new Charge.Billed(USAGE, COST, "response-7");

    assertThat(end(lease, answered("a cat"), new Expense(unknown.sendTime(), charge))).isFalse();

    assertThat(attempt(task).state()).isEqualTo(AttemptState.SUCCEEDED);
    assertThat(attempt(task).cost()).isEqualTo(COST);
    assertThat(attempt(task).externalId()).isEqualTo("response-7");
    assertThat(today()).isEqualTo(ONE_ANSWER);
    assertThat(now(task).answer()).isPresent();
  }

  @Test
  void a_late_refusal_puts_it_right_as_well() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    end(lease, givenBack(), lost());

    assertThat(end(lease, failed(FailureClass.BLOCKED), billed())).isFalse();

    assertThat(attempt(task).state()).isEqualTo(AttemptState.FAILED);
    assertThat(attempt(task).counted()).isFalse();
    assertThat(today()).isEqualTo(ONE_ANSWER);
    assertThat(heads()).containsExactly(task.id());
  }

  @Test
  void a_call_that_turns_out_never_to_have_been_sent_is_booked_no_more() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    end(lease, givenBack(), lost());
    end(lease, retryAt(clock.instant()), Expense.NOTHING);
    assertThat(today()).isEqualTo(DayUsage.NONE);
    assertThat(attempt(task).sendTime()).isEmpty();
  }

  @Test
  void an_end_that_comes_again_is_booked_once() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    AttemptEnd.Answered end = answered("a cat");
    end(lease, end, billed());
    end(lease, end, billed());
    end(lease, answered("another cat"), billed());
    end(lease, retryAt(clock.instant()), lost());
    assertThat(today()).isEqualTo(ONE_ANSWER);
  }

  @Test
  void a_crash_books_what_was_reserved_on_the_day_of_the_claim() {
    clock.set(Instant.parse("2026-03-08T07:59:59Z"));
    Task task = ingest("a.png");
    Lease lease = claim(task);
    clock.advance(Duration.ofSeconds(2));

    crashAndRecover();

    assertThat(attempt(task).cost()).isEqualTo(task.estimate().cost());
    assertThat(attempt(task).sendTime()).isEmpty();
    assertThat(on(LocalDate.of(2026, 3, 7))).isEqualTo(unknown(task));
    end(lease, answered("a cat"), billed());
    assertThat(on(LocalDate.of(2026, 3, 7))).isEqualTo(DayUsage.NONE);
    assertThat(on(LocalDate.of(2026, 3, 8))).isEqualTo(ONE_ANSWER);
  }

  @Test
  void a_crash_books_a_call_that_its_task_waits_for_no_more() {
    Task task = ingest("a.png");
    claim(task);
    store().tasks().cancel(task.id());
    store().tasks().retry(task.id());
    Task deleted = ingest("b.png");
    claim(deleted);
    store().tasks().cancel(deleted.id());
    store().tasks().delete(deleted.id());

    assertThat(crashAndRecover().tasks()).isZero();

    assertThat(attempt(task).state()).isEqualTo(AttemptState.UNKNOWN);
    assertThat(today().unknownCalls()).isEqualTo(2);
    assertThat(today().calls()).isEqualTo(2);
  }

  @Test
  void an_inherited_call_is_put_right_for_the_heir() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Lease lease = claim(leader);
    store().tasks().cancel(leader.id());
    end(lease, givenBack(), lost());
    assertThat(today()).isEqualTo(unknown(heir));

    end(lease, answered("a cat"), billed());

    assertThat(attempt(heir).state()).isEqualTo(AttemptState.SUCCEEDED);
    assertThat(today()).isEqualTo(ONE_ANSWER);
  }

  @Test
  void the_books_keep_what_a_deleted_task_took() {
    Task task = ingest("a.png");
    end(claim(task), failed(FailureClass.BLOCKED), billed());
    store().tasks().delete(task.id());
    assertThat(today()).isEqualTo(ONE_ANSWER);
  }

  @Test
  void a_call_of_a_deleted_task_is_booked_once_and_put_right_once() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    store().tasks().cancel(task.id());
    store().tasks().delete(task.id());
    assertThat(today()).isEqualTo(DayUsage.NONE);

    end(lease, retryAt(clock.instant()), lost());
    end(lease, retryAt(clock.instant()), lost());
    assertThat(today()).isEqualTo(unknown(task));

    end(lease, answered("a cat"), billed());
    assertThat(today()).isEqualTo(ONE_ANSWER);
    assertThat(store().answers().find(task.question())).isPresent();
  }

  @Test
  void a_call_that_was_lost_before_its_task_was_deleted_is_put_right() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    end(lease, givenBack(), lost());
    store().tasks().delete(task.id());
    clock.advance(Duration.ofDays(1));
    end(lease, answered("a cat"), new Expense(Optional.of(clock.instant()), billed().charge()));
    assertThat(today()).isEqualTo(ONE_ANSWER);
    assertThat(on(PacificDay.of(clock.instant()).minusDays(1))).isEqualTo(DayUsage.NONE);
  }
}
