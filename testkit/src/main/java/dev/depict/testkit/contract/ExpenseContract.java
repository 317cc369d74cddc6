package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.COST;
import static dev.depict.testkit.fixture.TaskFixtures.USAGE;
import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How an attempt and its day show what a call took. */
public abstract class ExpenseContract extends BookingContract {
  protected ExpenseContract() {}

  @Test
  void an_answer_is_booked_with_all_it_took() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    clock.advance(Duration.ofSeconds(1));
    Expense expense = billed();
    clock.advance(Duration.ofSeconds(1));

    end(lease, answered("a cat"), expense);

    assertThat(attempt(task).sendTime()).isEqualTo(expense.sendTime());
    assertThat(attempt(task).externalId()).isEqualTo("response-7");
    assertThat(attempt(task).usage()).isEqualTo(USAGE);
    assertThat(attempt(task).cost()).isEqualTo(COST);
    assertThat(today()).isEqualTo(ONE_ANSWER);
  }

  @Test
  void a_call_that_brought_no_words_is_booked_too() {
    Task task = ingest("a.png");
    end(claim(task), failed(FailureClass.BLOCKED), billed());
    assertThat(attempt(task).state()).isEqualTo(AttemptState.FAILED);
    assertThat(attempt(task).usage()).isEqualTo(USAGE);
    assertThat(attempt(task).cost()).isEqualTo(COST);
    assertThat(attempt(task).externalId()).isEqualTo("response-7");
    assertThat(today()).isEqualTo(ONE_ANSWER);
  }

  @Test
  void a_call_that_was_not_billed_counts_as_a_call() {
    Task task = ingest("a.png");
    end(claim(task), givenBack(), Expense.of(clock.instant(), Charge.NOTHING));
    assertThat(attempt(task).sendTime()).contains(clock.instant());
    assertThat(today()).isEqualTo(new DayUsage(1, 0, Usage.NONE, MicroDollars.ZERO));
  }

  @Test
  void what_was_never_sent_is_not_booked() {
    Task task = ingest("a.png");
    end(claim(task), retryAt(clock.instant()), Expense.NOTHING);
    assertThat(attempt(task).state()).isEqualTo(AttemptState.FAILED);
    assertThat(attempt(task).sendTime()).isEmpty();
    assertThat(attempt(task).cost()).isEqualTo(MicroDollars.ZERO);
    assertThat(store().usage().day(PacificDay.of(clock.instant()))).isEmpty();
  }

  @Test
  void what_nobody_saw_the_end_of_is_booked_as_reserved() {
    Task task = ingest("a.png");
    end(claim(task), retryAt(clock.instant()), lost());
    assertThat(attempt(task).state()).isEqualTo(AttemptState.UNKNOWN);
    assertThat(attempt(task).counted()).isTrue();
    assertThat(attempt(task).failure()).isPresent();
    assertThat(attempt(task).cost()).isEqualTo(task.estimate().cost());
    assertThat(today()).isEqualTo(unknown(task));
  }

  @Test
  void a_call_belongs_to_the_day_on_which_it_was_sent() {
    clock.set(Instant.parse("2026-03-08T07:59:59Z"));
    Task task = ingest("a.png");
    Lease lease = claim(task);
    Expense beforeMidnight = billed();
    clock.advance(Duration.ofSeconds(2));

    end(lease, answered("a cat"), beforeMidnight);

    assertThat(on(LocalDate.of(2026, 3, 7))).isEqualTo(ONE_ANSWER);
    assertThat(on(LocalDate.of(2026, 3, 8))).isEqualTo(DayUsage.NONE);
  }
}
