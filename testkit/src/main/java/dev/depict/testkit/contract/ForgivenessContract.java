package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Expense;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link dev.depict.application.port.out.TaskQueue#forgive} takes back, and what not. */
public abstract class ForgivenessContract extends StoreContract {
  protected ForgivenessContract() {}

  /** Claims a task and lets the attempt fail, counted. */
  private Lease fail(Task task) {
    Lease lease = claim(task);
    end(lease, retryAt(clock.instant()));
    store().queue().releaseDelayed();
    return lease;
  }

  private int counted(Task task) {
    return now(task).progress().countedFailures();
  }

  private List<Boolean> attempts(Task task) {
    return store().tasks().attempts(task.id()).stream().map(Attempt::counted).toList();
  }

  @Test
  void forgiven_failures_count_no_more() {
    Task task = ingest("a.png");
    Lease first = fail(task);
    Lease second = fail(task);
    Lease third = fail(task);
    long position = store().events().newest().sequence();

    store().queue().forgive(List.of(first, third));

    assertThat(counted(task)).isEqualTo(1);
    assertThat(attempts(task)).containsExactly(false, true, false);
    assertThat(now(task).progress().attempts()).isEqualTo(3);
    assertThat(store().events().newest().sequence()).isEqualTo(position);
    store().queue().forgive(List.of(second));
    assertThat(counted(task)).isZero();
  }

  @Test
  void a_failure_is_forgiven_once() {
    Task task = ingest("a.png");
    fail(task);
    Lease lease = fail(task);
    store().queue().forgive(List.of(lease, lease));
    store().queue().forgive(List.of(lease));
    assertThat(counted(task)).isEqualTo(1);
  }

  @Test
  void a_task_with_nothing_left_to_forgive_takes_its_place_again() {
    Task first = ingest("a.png");
    Task second = ingest("b.png");
    Lease lease = fail(first);
    assertThat(heads()).containsExactly(second.id(), first.id());
    store().queue().forgive(List.of(lease));
    assertThat(heads()).containsExactly(first.id(), second.id());
  }

  @Test
  void a_delayed_task_is_forgiven_and_stays_delayed() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    end(lease, retryAt(clock.instant().plusSeconds(10)));
    store().queue().forgive(List.of(lease));
    assertThat(counted(task)).isZero();
    assertThat(heads()).isEmpty();
    assertThat(now(task).progress().nextAttemptTime()).isPresent();
  }

  @Test
  void a_running_task_is_forgiven_earlier_failures() {
    Task task = ingest("a.png");
    Lease failed = fail(task);
    Lease running = claim(task);
    store().queue().forgive(List.of(failed, running));
    assertThat(counted(task)).isZero();
    assertThat(end(running, retryAt(clock.instant()))).isTrue();
    assertThat(counted(task)).isEqualTo(1);
  }

  @Test
  void what_was_not_counted_is_passed_over() {
    Task task = ingest("a.png");
    fail(task);
    Lease back = claim(task);
    end(back, givenBack());
    store()
        .queue()
        .forgive(
            List.of(
                back,
                new Lease(task.id(), back.epoch(), 7),
                new Lease(unknownTask(), back.epoch(), 1)));
    store().queue().forgive(List.of());
    assertThat(counted(task)).isEqualTo(1);
  }

  @Test
  void a_task_that_has_ended_is_passed_over() {
    Task failed = ingest("a.png");
    Lease last = claim(failed);
    end(last, failed(FailureClass.NETWORK));
    Task done = ingest("b.png");
    Lease earlier = fail(done);
    answer(done, "a cat");

    store().queue().forgive(List.of(last, earlier));

    assertThat(counted(failed)).isEqualTo(1);
    assertThat(counted(done)).isEqualTo(1);
    assertThat(attempts(failed)).containsExactly(true);
    assertThat(attempts(done)).containsExactly(true, false);
  }

  @Test
  void a_task_that_opened_a_new_round_is_passed_over() {
    Task task = ingest("a.png");
    Lease before = fail(task);
    store().tasks().cancel(task.id());
    store().tasks().retry(task.id());
    fail(task);
    store().queue().forgive(List.of(before));
    assertThat(counted(task)).isEqualTo(1);
    assertThat(attempts(task)).containsExactly(true, true);
  }

  @Test
  void an_heir_is_forgiven_what_it_inherited() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Lease before = fail(leader);
    Lease running = claim(leader);
    store().tasks().cancel(leader.id());
    end(running, retryAt(clock.instant()), Expense.of(clock.instant(), Charge.UNKNOWN));
    assertThat(counted(heir)).isEqualTo(2);

    store().queue().forgive(List.of(before, running));

    assertThat(counted(heir)).isZero();
    assertThat(attempts(heir)).containsExactly(false, false);
  }

  @Test
  void an_heir_is_not_forgiven_what_its_leader_did_in_an_earlier_round() {
    Task leader = ingest("a.png");
    Lease earlier = fail(leader);
    store().tasks().cancel(leader.id());
    store().tasks().retry(leader.id());
    Task heir = ingest("a.png");
    fail(leader);
    store().tasks().cancel(leader.id());

    store().queue().forgive(List.of(earlier));

    assertThat(counted(heir)).isEqualTo(1);
  }

  @Test
  void forgiveness_outlives_a_crash() {
    Task task = ingest("a.png");
    store().queue().forgive(List.of(fail(task)));
    crashAndRecover();
    assertThat(counted(task)).isZero();
    assertThat(end(claim(task), answered("a cat"))).isTrue();
  }
}
