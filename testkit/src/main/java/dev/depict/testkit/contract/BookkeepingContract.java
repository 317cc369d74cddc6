package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.COST;
import static dev.depict.testkit.fixture.TaskFixtures.USAGE;
import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** That the books agree with the attempts whatever happens, in whatever order. */
public abstract class BookkeepingContract extends StoreContract {
  private static final int STEPS = 120;

  private final List<TaskId> tasks = new ArrayList<>();
  private final List<Lease> leases = new ArrayList<>();

  protected BookkeepingContract() {}

  @RepeatedTest(6)
  void the_books_agree_with_the_attempts_in_every_order_of_events(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (int step = 0; step < STEPS; step++) {
      step(random);
      Balance.assertEven(store());
    }
  }

  private void step(Random random) {
    switch (random.nextInt(12)) {
      case 0, 1 -> tasks.add(ingest(newTask("picture " + random.nextInt(4)).fresh()).id());
      case 2, 3, 4 -> claimSome(random);
      case 5, 6, 7, 8 -> endOne(random);
      case 9 -> cancelOrRetry(random);
      case 10 -> clock.advance(Duration.ofHours(random.nextInt(9)));
      default -> crashOrForgive(random);
    }
  }

  private void claimSome(Random random) {
    store().queue().releaseDelayed();
    List<TaskId> heads = heads();
    if (!heads.isEmpty()) {
      List<TaskId> some = heads.subList(0, 1 + random.nextInt(heads.size()));
      store().queue().claim(some).stream().map(Claim::lease).forEach(leases::add);
    }
  }

  /** Any lease: a running one, one that has ended, one of a dead process. */
  private void endOne(Random random) {
    if (leases.isEmpty()) {
      return;
    }
    Lease lease = leases.get(random.nextInt(leases.size()));
    AttemptEnd end =
        switch (random.nextInt(5)) {
          case 0 -> answered("step");
          case 1 -> failed(FailureClass.BLOCKED);
          case 2 -> givenBack();
          default -> retryAt(clock.instant());
        };
    var billed = new Charge.Billed(USAGE, new MicroDollars(COST.value() + random.nextInt(9)), "");
    List<Charge> charges = List.of(Charge.NOT_SENT, Charge.UNKNOWN, Charge.NOTHING, billed);
    Charge charge =
        end instanceof AttemptEnd.Answered ? billed : charges.get(random.nextInt(charges.size()));
    end(lease, end, Expense.of(clock.instant().minusSeconds(random.nextInt(60)), charge));
  }

  private void cancelOrRetry(Random random) {
    if (!tasks.isEmpty()) {
      TaskId task = tasks.get(random.nextInt(tasks.size()));
      if (random.nextBoolean()) {
        store().tasks().cancel(task);
      } else {
        store().tasks().retry(task);
      }
    }
  }

  private void crashOrForgive(Random random) {
    if (random.nextInt(3) == 0) {
      crashAndRecover();
    } else {
      store().queue().forgive(leases);
    }
  }
}
