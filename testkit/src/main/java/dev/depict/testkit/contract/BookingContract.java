package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.COST;
import static dev.depict.testkit.fixture.TaskFixtures.USAGE;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.LocalDate;

/** What the contracts about booked calls look at. */
abstract class BookingContract extends StoreContract {
  static final DayUsage ONE_ANSWER = new DayUsage(1, 0, USAGE, COST);

  final Attempt attempt(Task task) {
    return store().tasks().attempts(task.id()).getFirst();
  }

  final DayUsage today() {
    return on(PacificDay.of(clock.instant()));
  }

  final DayUsage on(LocalDate day) {
    return store().usage().day(day).getOrDefault(TaskFixtures.KEY, DayUsage.NONE);
  }

  /** One call whose outcome nobody saw. */
  static DayUsage unknown(Task task) {
    return new DayUsage(1, 1, Usage.NONE, task.estimate().cost());
  }

  final Expense billed() {
    return Expense.of(clock.instant(), new Charge.Billed(USAGE, COST, "response-7"));
  }

  final Expense lost() {
    return Expense.of(clock.instant(), Charge.UNKNOWN);
  }
}
