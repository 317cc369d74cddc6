package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Claim;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the first twin of a leader that goes inherits. */
public abstract class InheritanceContract extends StoreContract {
  protected InheritanceContract() {}

  @Test
  void the_first_twin_of_a_cancelled_leader_takes_its_place() {
    Task leader = ingest("a.png");
    Task first = ingest("a.png");
    Task second = ingest("a.png");

    store().tasks().cancel(leader.id());

    assertThat(now(first).progress().leader()).isEmpty();
    assertThat(now(second).progress().leader()).contains(first.id());
    assertThat(heads()).containsExactly(first.id());
    assertThat(story(first)).containsExactly(EventType.CREATED, EventType.PROMOTED);
    assertThat(story(second)).containsExactly(EventType.CREATED);
    answer(first, "a cat");
    assertThat(now(second).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(now(leader).status()).isEqualTo(TaskStatus.CANCELLED);
  }

  @Test
  void the_first_twin_of_a_deleted_leader_takes_its_place() {
    Task leader = ingest("a.png");
    Task first = ingest("a.png");
    Task second = ingest("a.png");

    store().tasks().delete(leader.id());

    assertThat(heads()).containsExactly(first.id());
    assertThat(now(second).progress().leader()).contains(first.id());
    assertThat(story(first)).endsWith(EventType.PROMOTED);
  }

  @Test
  void the_listener_is_told_of_an_heir_that_is_ready() {
    Task leader = ingest("a.png");
    ingest("a.png");
    AtomicInteger told = new AtomicInteger();
    store().queue().onReady(_ -> told.incrementAndGet());
    store().tasks().cancel(leader.id());
    assertThat(told).hasPositiveValue();
  }

  @Test
  void the_heir_has_the_running_call() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Task other = ingest("a.png");
    Lease lease = claim(leader);

    store().tasks().cancel(leader.id());

    assertThat(now(heir).status()).isEqualTo(TaskStatus.PROCESSING);
    assertThat(heads()).isEmpty();
    assertThat(store().tasks().attempts(heir.id())).hasSize(1);

    assertThat(end(lease, answered("a cat"))).isTrue();
    assertThat(now(heir).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(now(heir).reused()).isFalse();
    assertThat(now(other).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(now(leader).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(now(leader).answer()).isEmpty();
    assertThat(store().tasks().attempts(heir.id()).getFirst().cost()).isEqualTo(TaskFixtures.COST);
    assertThat(story(heir))
        .containsExactly(EventType.CREATED, EventType.PROMOTED, EventType.COMPLETED);
  }

  @Test
  void a_failure_of_the_running_call_is_the_failure_of_the_heir() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Lease lease = claim(leader);
    store().tasks().cancel(leader.id());
    assertThat(end(lease, failed(FailureClass.BLOCKED))).isTrue();
    assertThat(now(heir).status()).isEqualTo(TaskStatus.FAILED);
  }

  @Test
  void the_heir_is_tried_again_when_the_running_call_fails() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Lease lease = claim(leader);
    store().tasks().cancel(leader.id());

    assertThat(end(lease, retryAt(clock.instant().plusSeconds(1)))).isTrue();
    assertThat(end(lease, failed(FailureClass.BLOCKED))).isFalse();
    clock.advance(Duration.ofSeconds(1));
    store().queue().releaseDelayed();

    Claim claim = store().queue().claim(List.of(heir.id())).getFirst();
    assertThat(claim.countedFailures()).isEqualTo(1);
    assertThat(claim.lease()).isNotEqualTo(lease);
    assertThat(end(claim.lease(), answered("a cat"))).isTrue();
  }

  @Test
  void the_heir_has_the_attempts_the_failures_and_the_delay() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Instant until = clock.instant().plusSeconds(10);
    end(claim(leader), retryAt(until));

    store().tasks().cancel(leader.id());

    assertThat(now(heir).progress().countedFailures()).isEqualTo(1);
    assertThat(now(heir).progress().attempts()).isEqualTo(1);
    assertThat(now(heir).progress().nextAttemptTime()).contains(until);
    assertThat(store().tasks().attempts(heir.id())).hasSize(1);
    assertThat(heads()).isEmpty();
    assertThat(store().queue().releaseDelayed()).contains(until);
  }

  @Test
  void the_heir_is_as_urgent_as_whoever_waits_with_it() {
    Task leader = ingest("a.png");
    Task heir = ingest(newTask("a.png").in(Lane.BULK));
    ingest(newTask("a.png").in(Lane.INTERACTIVE));
    store().tasks().cancel(leader.id());
    assertThat(now(heir).lane()).isEqualTo(Lane.INTERACTIVE);
  }

  @Test
  void a_running_call_is_handed_on_again_and_again() {
    Task leader = ingest("a.png");
    Task second = ingest("a.png");
    Task third = ingest("a.png");
    Lease lease = claim(leader);
    store().tasks().cancel(leader.id());
    store().tasks().cancel(second.id());
    assertThat(now(third).status()).isEqualTo(TaskStatus.PROCESSING);
    assertThat(end(lease, answered("a cat"))).isTrue();
    assertThat(now(third).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void a_running_call_can_come_back_to_the_task_that_began_it() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    Lease lease = claim(leader);
    store().tasks().cancel(leader.id());
    store().tasks().retry(leader.id());
    assertThat(now(leader).progress().leader()).contains(heir.id());

    store().tasks().cancel(heir.id());

    assertThat(now(leader).status()).isEqualTo(TaskStatus.PROCESSING);
    assertThat(end(lease, answered("a cat"))).isTrue();
    assertThat(now(leader).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void an_heir_with_attempts_of_its_own_keeps_them_apart() {
    Task heir = ingest("a.png");
    end(claim(heir), failed(FailureClass.BLOCKED));
    Task leader = ingest("a.png");
    store().tasks().retry(heir.id());
    Lease lease = claim(leader);

    store().tasks().cancel(leader.id());

    assertThat(store().tasks().attempts(heir.id()))
        .extracting(Attempt::number)
        .containsExactly(1, 2);
    assertThat(end(lease, answered("a cat"))).isTrue();
    assertThat(store().tasks().attempts(heir.id()))
        .extracting(Attempt::state)
        .containsExactly(AttemptState.FAILED, AttemptState.SUCCEEDED);
  }

  @Test
  void an_inherited_call_is_given_back_after_a_crash() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    claim(leader);
    store().tasks().cancel(leader.id());
    assertThat(crashAndRecover().tasks()).isEqualTo(1);
    assertThat(heads()).containsExactly(heir.id());
    assertThat(story(heir)).endsWith(EventType.PROMOTED, EventType.GIVEN_BACK);
  }
}
