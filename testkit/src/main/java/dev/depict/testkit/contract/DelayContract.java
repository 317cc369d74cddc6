package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * How delayed tasks become ready: {@link dev.depict.application.port.out.TaskQueue#releaseDelayed}.
 */
public abstract class DelayContract extends StoreContract {
  protected DelayContract() {}

  private Task delayed(String source, Duration delay) {
    Task task = ingest(source);
    end(claim(task), retryAt(clock.instant().plus(delay)));
    return task;
  }

  @Test
  void a_delayed_task_is_not_ready_and_tells_until_when() {
    Task task = delayed("a", Duration.ofSeconds(10));
    assertThat(heads()).isEmpty();
    assertThat(store().queue().readyKeys()).isEmpty();
    assertThat(now(task).progress().nextAttemptTime()).contains(clock.instant().plusSeconds(10));
  }

  @Test
  void a_delay_that_is_not_over_is_left_alone() {
    Task task = delayed("a", Duration.ofSeconds(10));
    clock.advance(Duration.ofMillis(9_999));
    assertThat(store().queue().releaseDelayed())
        .contains(now(task).progress().nextAttemptTime().orElseThrow());
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_delay_that_is_over_makes_the_task_ready() {
    Task task = delayed("a", Duration.ofSeconds(10));
    clock.advance(Duration.ofSeconds(10));
    assertThat(store().queue().releaseDelayed()).isEmpty();
    assertThat(heads()).containsExactly(task.id());
    assertThat(now(task).progress().nextAttemptTime()).isEmpty();
  }

  @Test
  void the_next_release_is_the_earliest_one_left() {
    delayed("a", Duration.ofSeconds(30));
    delayed("b", Duration.ofSeconds(10));
    delayed("c", Duration.ofSeconds(20));
    Instant start = clock.instant();
    assertThat(store().queue().releaseDelayed()).contains(start.plusSeconds(10));
    clock.advance(Duration.ofSeconds(15));
    assertThat(store().queue().releaseDelayed()).contains(start.plusSeconds(20));
    assertThat(heads()).hasSize(1);
  }

  @Test
  void a_queue_without_delays_has_no_next_release() {
    ingest("a");
    assertThat(store().queue().releaseDelayed()).isEmpty();
  }

  @Test
  void a_retried_task_goes_behind_the_fresh_ones_of_its_lane() {
    Task retried = delayed("a", Duration.ofSeconds(1));
    Task fresh = ingest("b");
    Task bulk = ingest(newTask("c").in(Lane.BULK));
    clock.advance(Duration.ofSeconds(1));
    store().queue().releaseDelayed();
    assertThat(heads()).containsExactly(fresh.id(), retried.id(), bulk.id());
  }

  @Test
  void retried_tasks_stand_by_age_among_themselves() {
    Task first = ingest("a");
    Task second = ingest("b");
    end(claim(second), retryAt(clock.instant().plusSeconds(1)));
    end(claim(first), retryAt(clock.instant().plusSeconds(2)));
    clock.advance(Duration.ofSeconds(5));
    store().queue().releaseDelayed();
    assertThat(heads()).containsExactly(first.id(), second.id());
  }

  @Test
  void a_task_can_be_given_back_with_a_delay_and_keeps_its_place() {
    Task first = ingest("a");
    Task second = ingest("b");
    Instant until = clock.instant().plusSeconds(5);
    end(claim(first), new AttemptEnd.GivenBack(Optional.empty(), Optional.of(until)));
    assertThat(heads()).containsExactly(second.id());
    assertThat(now(first).progress().nextAttemptTime()).contains(until);

    clock.set(until);
    store().queue().releaseDelayed();
    assertThat(heads()).containsExactly(first.id(), second.id());
  }

  @Test
  void a_delay_outlives_a_restart() {
    Task task = delayed("a", Duration.ofSeconds(10));
    crashAndRecover();
    assertThat(heads()).isEmpty();
    assertThat(store().queue().releaseDelayed()).contains(clock.instant().plusSeconds(10));
    assertThat(now(task).progress().countedFailures()).isEqualTo(1);
  }

  @Test
  void a_hastened_task_is_ready_at_once() {
    Task task = delayed("a", Duration.ofSeconds(10));
    Task other = delayed("b", Duration.ofSeconds(20));
    long position = store().events().newest().sequence();
    AtomicInteger told = new AtomicInteger();
    store().queue().onReady(_ -> told.incrementAndGet());

    store().queue().hasten(task.id());

    assertThat(told).hasValue(1);
    assertThat(heads()).containsExactly(task.id());
    assertThat(now(task).progress().nextAttemptTime()).isEmpty();
    assertThat(now(task).progress().countedFailures()).isEqualTo(1);
    assertThat(store().events().newest().sequence()).isEqualTo(position);
    assertThat(store().queue().releaseDelayed()).isEqualTo(now(other).progress().nextAttemptTime());
  }

  @Test
  void only_a_delayed_task_can_be_hastened() {
    delayed("a", Duration.ofSeconds(10));
    Task twin = ingest("a");
    Task running = ingest("b");
    claim(running);
    Task done = ingest("c");
    answer(done, "a cat");
    Task ready = ingest("d");
    AtomicInteger told = new AtomicInteger();
    store().queue().onReady(_ -> told.incrementAndGet());

    List.of(twin.id(), running.id(), done.id(), ready.id(), unknownTask())
        .forEach(store().queue()::hasten);

    assertThat(told).hasValue(0);
    assertThat(heads()).containsExactly(ready.id());
    assertThat(now(running).status()).isEqualTo(TaskStatus.PROCESSING);
  }
}
