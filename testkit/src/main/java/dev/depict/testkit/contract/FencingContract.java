package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a lease that is not the running one can still do, and what not. */
public abstract class FencingContract extends StoreContract {
  protected FencingContract() {}

  @Test
  void an_attempt_ends_once() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    assertThat(end(lease, failed(FailureClass.BLOCKED))).isTrue();
    Task ended = now(task);
    assertThat(end(lease, retryAt(clock.instant()))).isFalse();
    assertThat(end(lease, givenBack())).isFalse();
    assertThat(now(task)).isEqualTo(ended);
  }

  @Test
  void a_lease_that_was_never_given_changes_nothing() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    assertThat(end(new Lease(task.id(), lease.epoch(), 2), failed(FailureClass.BLOCKED))).isFalse();
    assertThat(end(new Lease(task.id(), lease.epoch() + 1, 1), failed(FailureClass.BLOCKED)))
        .isFalse();
    assertThat(end(new Lease(unknownTask(), lease.epoch(), 1), failed(FailureClass.BLOCKED)))
        .isFalse();
    assertThat(now(task).status()).isEqualTo(TaskStatus.PROCESSING);
  }

  @Test
  void the_lease_of_an_earlier_attempt_changes_nothing() {
    Task task = ingest("a.png");
    Lease earlier = claim(task);
    end(earlier, givenBack());
    Lease running = claim(task);
    long position = store().events().newest().sequence();

    assertThat(end(earlier, failed(FailureClass.BLOCKED))).isFalse();

    assertThat(now(task).status()).isEqualTo(TaskStatus.PROCESSING);
    assertThat(store().events().newest().sequence()).isEqualTo(position);
    assertThat(end(running, answered("a cat"))).isTrue();
  }

  @Test
  void the_end_of_a_cancelled_task_changes_nothing() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    store().tasks().cancel(task.id());
    assertThat(end(lease, failed(FailureClass.BLOCKED))).isFalse();
    assertThat(now(task).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(now(task).failure()).isEmpty();
  }

  @Test
  void the_answer_of_a_cancelled_task_is_kept_and_its_cost_is_booked() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    store().tasks().cancel(task.id());
    AttemptEnd.Answered end = answered("a cat");

    assertThat(end(lease, end)).isFalse();

    assertThat(now(task).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(now(task).answer()).isEmpty();
    assertThat(store().answers().find(task.question())).map(Answer::id).contains(end.id());
    assertThat(store().chunks().find(end.id())).isPresent();
    Attempt attempt = store().tasks().attempts(task.id()).getFirst();
    assertThat(attempt.state()).isEqualTo(AttemptState.SUCCEEDED);
    assertThat(attempt.cost()).isEqualTo(TaskFixtures.COST);
    assertThat(ingest("a.png").status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void a_late_answer_completes_the_leader_that_waits_for_it_and_its_twins() {
    Task cancelled = ingest("a.png");
    Lease lease = claim(cancelled);
    store().tasks().cancel(cancelled.id());
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    AttemptEnd.Answered end = answered("a cat");

    assertThat(end(lease, end)).isFalse();

    assertThat(now(leader).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(now(leader).answer()).map(Answer::id).contains(end.id());
    assertThat(now(twin).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(now(cancelled).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(heads()).isEmpty();
    assertThat(story(leader)).containsExactly(EventType.CREATED, EventType.COMPLETED);
  }

  @Test
  void a_late_answer_leaves_a_running_leader_alone() {
    Task cancelled = ingest("a.png");
    Lease late = claim(cancelled);
    store().tasks().cancel(cancelled.id());
    Task leader = ingest("a.png");
    Lease running = claim(leader);

    assertThat(end(late, answered("late"))).isFalse();
    assertThat(now(leader).status()).isEqualTo(TaskStatus.PROCESSING);

    assertThat(end(running, answered("in time"))).isTrue();
    assertThat(now(leader).answer().orElseThrow().depiction().altText()).isEqualTo("in time");
  }

  @Test
  void a_retried_task_has_a_lease_of_its_own() {
    Task task = ingest("a.png");
    Lease first = claim(task);
    store().tasks().cancel(task.id());
    store().tasks().retry(task.id());
    Lease second = claim(task);

    assertThat(second).isNotEqualTo(first);
    assertThat(end(first, failed(FailureClass.BLOCKED))).isFalse();
    assertThat(end(second, answered("a cat"))).isTrue();
  }

  @Test
  void a_task_that_left_its_running_call_to_an_heir_never_gets_that_lease_again() {
    Task task = ingest("a.png");
    Task heir = ingest("a.png");
    Lease first = claim(task);
    store().tasks().cancel(task.id());
    end(first, failed(FailureClass.BLOCKED));
    assertThat(now(heir).status()).isEqualTo(TaskStatus.FAILED);

    store().tasks().retry(task.id());

    assertThat(claim(task)).isNotEqualTo(first);
    assertThat(end(first, failed(FailureClass.BLOCKED))).isFalse();
    assertThat(now(task).status()).isEqualTo(TaskStatus.PROCESSING);
  }

  @Test
  void a_worker_whose_claim_was_taken_back_changes_nothing() {
    Task task = ingest("a.png");
    Lease takenBack = claim(task);
    crashAndRecover();
    Lease running = claim(task);
    Task before = now(task);
    long position = store().events().newest().sequence();

    assertThat(end(takenBack, failed(FailureClass.BLOCKED))).isFalse();

    assertThat(now(task)).isEqualTo(before);
    assertThat(store().events().newest().sequence()).isEqualTo(position);
    assertThat(end(running, answered("a cat"))).isTrue();
  }

  @Test
  void the_late_answer_of_a_worker_whose_claim_was_taken_back_is_stored_and_used() {
    Task task = ingest("a.png");
    Task twin = ingest("a.png");
    Lease takenBack = claim(task);
    crashAndRecover();
    AttemptEnd.Answered late = answered("a cat");

    assertThat(end(takenBack, late)).isFalse();

    for (Task waiting : List.of(task, twin, ingest("a.png"))) {
      assertThat(now(waiting).status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(now(waiting).answer()).map(Answer::id).contains(late.id());
    }
    assertThat(heads()).isEmpty();
  }

  @Test
  void of_many_ends_at_once_one_counts() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    List<Boolean> ended = Together.run(8, number -> end(lease, failed(FailureClass.BLOCKED)));
    assertThat(ended).filteredOn(counted -> counted).hasSize(1);
  }
}
