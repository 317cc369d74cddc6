package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Ready;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How the dispatcher finds and claims tasks: {@link dev.depict.application.port.out.TaskQueue}. */
public abstract class TaskQueueContract extends StoreContract {
  protected TaskQueueContract() {}

  @Test
  void heads_stand_by_lane_then_by_age() {
    Task bulk = ingest(newTask("a").in(Lane.BULK));
    Task normal = ingest(newTask("b"));
    Task later = ingest(newTask("c"));
    Task urgent = ingest(newTask("d").in(Lane.INTERACTIVE));
    assertThat(heads()).containsExactly(urgent.id(), normal.id(), later.id(), bulk.id());
  }

  @Test
  void age_is_the_order_of_ingest_and_not_the_clock() {
    Task first = ingest("a");
    clock.set(clock.instant().minusSeconds(3600));
    Task second = ingest("b");
    assertThat(heads()).containsExactly(first.id(), second.id());
  }

  @Test
  void heads_are_at_most_as_many_as_asked_for_and_change_nothing() {
    Task first = ingest("a");
    ingest("b");
    long position = store().events().newest().sequence();

    List<Task> heads = store().queue().heads(TaskFixtures.KEY, 1);

    assertThat(heads).containsExactly(now(first));
    assertThat(store().events().newest().sequence()).isEqualTo(position);
  }

  @Test
  void each_quota_key_has_heads_of_its_own() {
    Task mine = ingest("a");
    Task other = ingest(newTask("b").on(TaskFixtures.OTHER_KEY));

    assertThat(store().queue().readyKeys())
        .containsExactlyInAnyOrder(TaskFixtures.KEY, TaskFixtures.OTHER_KEY);
    assertThat(heads()).containsExactly(mine.id());
    assertThat(store().queue().heads(TaskFixtures.OTHER_KEY, 10))
        .extracting(Task::id)
        .containsExactly(other.id());
  }

  @Test
  void a_key_without_ready_tasks_is_not_named() {
    assertThat(store().queue().readyKeys()).isEmpty();
    Task task = ingest("a");
    claim(task);
    assertThat(store().queue().readyKeys()).isEmpty();
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_claim_marks_the_task_and_opens_an_attempt() {
    Task task = ingest("a");
    clock.advance(Duration.ofSeconds(3));

    List<Claim> claims = store().queue().claim(List.of(task.id()));

    Claim claim = claims.getFirst();
    assertThat(claim.lease().task()).isEqualTo(task.id());
    assertThat(claim.lease().attempt()).isEqualTo(1);
    assertThat(claim.countedFailures()).isZero();
    assertThat(now(task).status()).isEqualTo(TaskStatus.PROCESSING);
    assertThat(now(task).progress().startTime()).contains(clock.instant());
    assertThat(now(task).progress().attempts()).isEqualTo(1);
    assertThat(story(task)).containsExactly(EventType.CREATED, EventType.STARTED);
    Attempt attempt = store().tasks().attempts(task.id()).getFirst();
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(attempt.node()).isEqualTo("node-1");
    assertThat(attempt.state()).isIn(AttemptState.STARTED, AttemptState.SENT);
    assertThat(attempt.reserved()).isEqualTo(task.estimate().cost());
    assertThat(attempt.startTime()).isEqualTo(clock.instant());
    assertThat(attempt.finishTime()).isEmpty();
  }

  @Test
  void several_tasks_are_claimed_in_one_step() {
    Task first = ingest("a");
    Task second = ingest("b");

    List<Claim> claims = store().queue().claim(List.of(second.id(), first.id()));

    assertThat(claims)
        .extracting(claim -> claim.lease().task())
        .containsExactlyInAnyOrder(first.id(), second.id());
  }

  @Test
  void what_is_not_ready_is_left_out_of_a_claim() {
    Task ready = ingest("a");
    Task twin = ingest("a");
    Task running = ingest("b");
    claim(running);
    Task cancelled = ingest("c");
    store().tasks().cancel(cancelled.id());
    Task delayed = ingest("d");
    end(claim(delayed), retryAt(clock.instant().plusSeconds(1)));

    List<Claim> claims =
        store()
            .queue()
            .claim(
                List.of(
                    unknownTask(),
                    twin.id(),
                    running.id(),
                    cancelled.id(),
                    delayed.id(),
                    ready.id(),
                    ready.id()));

    assertThat(claims).extracting(claim -> claim.lease().task()).containsExactly(ready.id());
    assertThat(now(ready).progress().attempts()).isEqualTo(1);
  }

  @Test
  void nothing_is_claimed_while_the_queue_is_paused() {
    Task task = ingest("a");
    store().control().pause();
    assertThat(store().queue().claim(List.of(task.id()))).isEmpty();
    assertThat(now(task).status()).isEqualTo(TaskStatus.PENDING);
    store().control().resume();
    claim(task);
  }

  @Test
  void two_callers_never_claim_the_same_task() {
    List<TaskId> ids = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      ids.add(ingest("picture " + number).id());
    }

    List<List<Claim>> claims = Together.run(8, number -> store().queue().claim(ids));

    assertThat(claims.stream().flatMap(List::stream).map(claim -> claim.lease().task()))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void a_claim_and_a_cancel_at_once_leave_a_task_in_one_state() {
    for (int round = 0; round < 20; round++) {
      Task task = ingest("picture " + round);
      List<Boolean> claimed =
          Together.run(
              2,
              number ->
                  number == 0
                      ? !store().queue().claim(List.of(task.id())).isEmpty()
                      : store().tasks().cancel(task.id()) instanceof Changed.Refused);
      assertThat(now(task).status()).isEqualTo(TaskStatus.CANCELLED);
      assertThat(claimed.get(1)).isFalse();
      assertThat(store().tasks().attempts(task.id())).hasSize(claimed.get(0) ? 1 : 0);
    }
  }

  @Test
  void the_listener_is_told_when_a_task_may_have_become_ready() {
    AtomicInteger told = new AtomicInteger();
    store().queue().onReady(_ -> told.addAndGet(1000));
    store().queue().onReady(_ -> told.incrementAndGet());

    Task task = ingest("a");
    assertThat(told.getAndSet(0)).as("an ingest").isBetween(1, 999);
    end(claim(task), givenBack());
    assertThat(told.getAndSet(0)).as("given back").isPositive();
    end(claim(task), failed(FailureClass.BLOCKED));
    told.set(0);
    store().tasks().retry(task.id());
    assertThat(told.getAndSet(0)).as("a retry").isPositive();
    end(claim(task), retryAt(clock.instant()));
    told.set(0);
    store().queue().releaseDelayed();
    assertThat(told.getAndSet(0)).as("a release").isPositive();
    store().control().pause();
    told.set(0);
    store().control().resume();
    assertThat(told.getAndSet(0)).as("a resume").isPositive();
  }

  @Test
  void the_listener_is_told_of_newcomers() {
    var told = new AtomicReference<>(Ready.NOTHING);
    store().queue().onReady(news -> told.accumulateAndGet(news, Ready::and));

    Task task = ingest("a");
    assertThat(told.get()).isEqualTo(Ready.newcomer(task));
    told.set(Ready.NOTHING);
    ingest("a");
    assertThat(told.get()).as("a twin").isEqualTo(Ready.NOTHING);
    end(claim(task), givenBack());
    assertThat(told.get()).as("given back").isEqualTo(Ready.ANYTHING);
  }

  @Test
  void the_listener_finds_the_task_ready() {
    AtomicReference<List<TaskId>> seen = new AtomicReference<>(List.of());
    store().queue().onReady(_ -> seen.set(heads()));
    Task task = ingest("a");
    assertThat(seen.get()).containsExactly(task.id());
  }
}
