package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the queue is paused and counted: {@link dev.depict.application.port.out.QueueControl}. */
public abstract class QueueControlContract extends StoreContract {
  protected QueueControlContract() {}

  @Test
  void a_queue_is_not_paused_at_first() {
    assertThat(store().control().pausedSince()).isEmpty();
  }

  @Test
  void a_pause_tells_since_when() {
    Instant paused = clock.instant();
    store().control().pause();
    clock.advance(Duration.ofMinutes(1));
    assertThat(store().control().pausedSince()).contains(paused);
    store().control().pause();
    assertThat(store().control().pausedSince()).contains(paused);
  }

  @Test
  void a_resume_ends_the_pause() {
    store().control().resume();
    store().control().pause();
    store().control().resume();
    assertThat(store().control().pausedSince()).isEmpty();
  }

  @Test
  void a_pause_outlives_a_restart() {
    Task task = ingest("a");
    store().control().pause();
    Optional<Instant> since = store().control().pausedSince();
    crashAndRecover();
    assertThat(store().control().pausedSince()).isEqualTo(since);
    assertThat(store().queue().claim(List.of(task.id()))).isEmpty();
  }

  @Test
  void what_runs_goes_on_while_the_queue_is_paused() {
    Task task = ingest("a");
    Lease lease = claim(task);
    store().control().pause();
    assertThat(end(lease, answered("a cat"))).isTrue();
    assertThat(now(task).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void a_paused_queue_takes_tasks() {
    store().control().pause();
    assertThat(ingest("a").status()).isEqualTo(TaskStatus.PENDING);
  }

  @Test
  void an_empty_queue_counts_nothing() {
    assertThat(store().control().counts())
        .isEqualTo(
            new QueueControl.Counts(
                Map.of(), Map.of(), Map.of(), 0, 0, Optional.empty(), Optional.empty(), 0));
  }

  @Test
  void counts_tell_how_many_tasks_there_are() {
    Instant first = clock.instant();
    Task delayed = ingest("delayed");
    Instant release = first.plusSeconds(90);
    end(claim(delayed), retryAt(release));
    clock.advance(Duration.ofSeconds(1));
    ingest("ready");
    ingest("ready");
    ingest(newTask("urgent").in(Lane.INTERACTIVE));
    claim(ingest("running"));
    Task done = ingest("done");
    answer(done, "a cat");
    ingest("done");
    end(claim(ingest("failed")), failed(FailureClass.BLOCKED));
    store().tasks().cancel(ingest("cancelled").id());
    store().tasks().delete(ingest("deleted").id());

    assertThat(store().control().counts())
        .isEqualTo(
            new QueueControl.Counts(
                Map.of(
                    TaskStatus.PENDING, 4L,
                    TaskStatus.PROCESSING, 1L,
                    TaskStatus.COMPLETED, 2L,
                    TaskStatus.FAILED, 1L,
                    TaskStatus.CANCELLED, 1L),
                Map.of(Lane.NORMAL, 3L, Lane.INTERACTIVE, 1L),
                Map.of(TaskFixtures.KEY, new QueueControl.Backlog(4, 3)),
                1,
                1,
                Optional.of(release),
                Optional.of(first),
                1));
  }

  @Test
  void counts_name_no_status_and_no_lane_that_none_has() {
    answer(ingest("a"), "a cat");
    QueueControl.Counts counts = store().control().counts();
    assertThat(counts.tasks()).containsOnlyKeys(TaskStatus.COMPLETED);
    assertThat(counts.pending()).isEmpty();
    assertThat(counts.oldestPending()).isEmpty();
  }
}
