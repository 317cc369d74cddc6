package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a crash leaves behind, and {@link dev.depict.application.port.out.TaskQueue#recover}. */
public abstract class RestartContract extends StoreContract {
  protected RestartContract() {}

  @Test
  void what_was_acknowledged_is_there_after_a_crash() throws IOException {
    Task waiting = now(ingest(newTask("a.png").labelled("x").withRequestId("r-1")));
    Task done = ingest("b.png");
    answer(done, "a cat");
    Task before = now(done);
    List<TaskEvent> events = events();

    crashAndRecover();

    assertThat(now(waiting)).isEqualTo(waiting);
    assertThat(now(done)).isEqualTo(before);
    assertThat(store().tasks().attempts(done.id())).hasSize(1);
    assertThat(events()).isEqualTo(events);
    assertThat(heads()).containsExactly(waiting.id());
    try (InputStream content = store().media().open(waiting.media().digest()).orElseThrow()) {
      assertThat(content.readAllBytes()).hasSize((int) waiting.media().bytes());
    }
  }

  @Test
  void a_claimed_task_goes_back_uncounted() {
    Task task = ingest("a.png");
    claim(task);
    clock.advance(Duration.ofSeconds(1));

    assertThat(crashAndRecover().tasks()).isEqualTo(1);

    assertThat(now(task).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(now(task).progress().countedFailures()).isZero();
    assertThat(heads()).containsExactly(task.id());
    Attempt attempt = store().tasks().attempts(task.id()).getFirst();
    assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
    assertThat(attempt.counted()).isFalse();
    assertThat(attempt.reserved()).isEqualTo(task.estimate().cost());
    assertThat(story(task))
        .containsExactly(EventType.CREATED, EventType.STARTED, EventType.GIVEN_BACK);
  }

  @Test
  void a_queue_without_running_tasks_has_nothing_to_recover() {
    ingest("a.png");
    answer(ingest("b.png"), "a cat");
    long position = store().events().newest().sequence();
    assertThat(crashAndRecover().tasks()).isZero();
    assertThat(store().events().newest().sequence()).isEqualTo(position);
  }

  @Test
  void recovering_twice_takes_nothing_from_the_new_process() {
    Task task = ingest("a.png");
    crashAndRecover();
    Lease lease = claim(task);
    assertThat(store().queue().recover().tasks()).isZero();
    assertThat(end(lease, answered("a cat"))).isTrue();
  }

  @Test
  void the_lease_of_a_dead_process_changes_nothing() {
    Task task = ingest("a.png");
    Lease dead = claim(task);
    crashAndRecover();
    Lease running = claim(task);

    assertThat(running).isNotEqualTo(dead);
    assertThat(running.epoch()).isGreaterThan(dead.epoch());
    assertThat(end(dead, failed(FailureClass.BLOCKED))).isFalse();
    assertThat(end(running, answered("a cat"))).isTrue();
  }

  @Test
  void three_crashes_fail_the_task() {
    Task task = ingest("a.png");
    Task twin = ingest("a.png");
    for (int crash = 1; crash < 3; crash++) {
      claim(task);
      crashAndRecover();
      assertThat(now(task).status()).isEqualTo(TaskStatus.PENDING);
    }
    claim(task);

    assertThat(crashAndRecover().tasks()).isEqualTo(1);

    assertThat(now(task).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(now(task).failure()).map(Failure::failureClass).contains(FailureClass.CRASH);
    assertThat(now(twin).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(store().tasks().attempts(task.id()))
        .extracting(Attempt::state)
        .containsOnly(AttemptState.UNKNOWN)
        .hasSize(3);
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_task_retried_after_crashes_has_three_lives_again() {
    Task task = ingest("a.png");
    for (int crash = 0; crash < 3; crash++) {
      claim(task);
      crashAndRecover();
    }
    store().tasks().retry(task.id());
    claim(task);
    crashAndRecover();
    assertThat(now(task).status()).isEqualTo(TaskStatus.PENDING);
  }

  @Test
  void twins_wait_on_after_a_crash() {
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    claim(leader);
    crashAndRecover();
    assertThat(now(twin).progress().leader()).contains(leader.id());
    assertThat(ingest("a.png").progress().leader()).contains(leader.id());
    answer(leader, "a cat");
    assertThat(now(twin).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void events_are_numbered_on_after_a_crash() {
    ingest("a.png");
    EventPosition before = store().events().newest();
    crashAndRecover();
    assertThat(store().events().newest()).isEqualTo(before);
    Task next = ingest("b.png");
    assertThat(store().events().read(before, 10))
        .extracting(TaskEvent::taskId)
        .containsExactly(next.id());
  }

  @Test
  void tasks_ingested_after_a_crash_are_newer_than_those_before() {
    Task before = ingest("a.png");
    crashAndRecover();
    Task after = ingest("b.png");
    assertThat(heads()).containsExactly(before.id(), after.id());
  }

  @Test
  void a_stored_answer_is_used_after_a_crash() {
    AttemptEnd.Answered answer = answer(ingest("a.png"), "a cat");
    crashAndRecover();
    assertThat(ingest("a.png").status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(store().chunks().find(answer.id())).isPresent();
    assertThat(store().chunks().search("cat", 10)).hasSize(1);
  }

  @Test
  void recovery_tells_the_listener_what_is_ready() {
    claim(ingest("a.png"));
    crash();
    AtomicInteger told = new AtomicInteger();
    store().queue().onReady(_ -> told.incrementAndGet());
    store().queue().recover();
    assertThat(told).hasPositiveValue();
  }
}
