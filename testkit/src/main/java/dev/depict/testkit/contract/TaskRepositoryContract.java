package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Changed;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How callers find, end, reopen and remove single tasks. */
public abstract class TaskRepositoryContract extends StoreContract {
  protected TaskRepositoryContract() {}

  @Test
  void an_unknown_task_is_not_there() {
    TaskId unknown = unknownTask();
    assertThat(store().tasks().find(unknown)).isEmpty();
    assertThat(store().tasks().attempts(unknown)).isEmpty();
    assertThat(store().tasks().cancel(unknown)).isEqualTo(new Changed.Unknown());
    assertThat(store().tasks().retry(unknown)).isEqualTo(new Changed.Unknown());
    assertThat(store().tasks().delete(unknown)).isEqualTo(new Changed.Unknown());
  }

  @Test
  void a_waiting_task_can_be_cancelled() {
    Task task = ingest("a.png");
    clock.advance(Duration.ofSeconds(5));

    Changed changed = store().tasks().cancel(task.id());

    assertThat(changed).isEqualTo(new Changed.Done(now(task)));
    assertThat(now(task).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(now(task).progress().finishTime()).contains(clock.instant());
    assertThat(heads()).isEmpty();
    assertThat(story(task)).containsExactly(EventType.CREATED, EventType.CANCELLED);
  }

  @Test
  void a_running_task_can_be_cancelled() {
    Task task = ingest("a.png");
    claim(task);
    store().tasks().cancel(task.id());
    assertThat(now(task).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_delayed_task_that_is_cancelled_waits_for_nothing() {
    Task task = ingest("a.png");
    end(claim(task), retryAt(clock.instant().plusSeconds(10)));
    store().tasks().cancel(task.id());
    assertThat(now(task).progress().nextAttemptTime()).isEmpty();
    assertThat(store().queue().releaseDelayed()).isEmpty();
  }

  @Test
  void a_final_task_cannot_be_cancelled() {
    Task completed = ingest("a.png");
    answer(completed, "a cat");
    Task cancelled = ingest("b.png");
    store().tasks().cancel(cancelled.id());
    long position = store().events().newest().sequence();

    assertThat(store().tasks().cancel(completed.id()))
        .isEqualTo(new Changed.Refused(TaskStatus.COMPLETED));
    assertThat(store().tasks().cancel(cancelled.id()))
        .isEqualTo(new Changed.Refused(TaskStatus.CANCELLED));
    assertThat(store().events().newest().sequence()).isEqualTo(position);
  }

  @Test
  void a_failed_task_can_be_retried() {
    Task task = ingest("a.png");
    end(claim(task), failed(FailureClass.BLOCKED));

    Changed changed = store().tasks().retry(task.id());

    Task retried = now(task);
    assertThat(changed).isEqualTo(new Changed.Done(retried));
    assertThat(retried.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(retried.failure()).isEmpty();
    assertThat(retried.progress().round()).isEqualTo(2);
    assertThat(retried.progress().countedFailures()).isZero();
    assertThat(retried.progress().attempts()).isEqualTo(1);
    assertThat(retried.progress().finishTime()).isEmpty();
    assertThat(heads()).containsExactly(task.id());
    assertThat(story(task)).endsWith(EventType.FAILED, EventType.RETRIED);
  }

  @Test
  void a_retried_task_keeps_its_history_and_counts_on() {
    Task task = ingest("a.png");
    end(claim(task), failed(FailureClass.BLOCKED));
    store().tasks().retry(task.id());

    assertThat(claim(task).attempt()).isEqualTo(2);

    assertThat(store().tasks().attempts(task.id()))
        .extracting(Attempt::number)
        .containsExactly(1, 2);
  }

  @Test
  void a_cancelled_task_can_be_retried() {
    Task task = ingest("a.png");
    store().tasks().cancel(task.id());
    store().tasks().retry(task.id());
    answer(task, "a cat");
    assertThat(now(task).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void a_retry_takes_a_stored_answer_first() {
    Task task = ingest("a.png");
    store().tasks().cancel(task.id());
    AttemptEnd.Answered answer = answer(ingest("a.png"), "a cat");

    store().tasks().retry(task.id());

    assertThat(now(task).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(now(task).reused()).isTrue();
    assertThat(now(task).answer()).map(Answer::id).contains(answer.id());
    assertThat(now(task).progress().finishTime()).isPresent();
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_live_or_completed_task_cannot_be_retried() {
    Task task = ingest("a.png");
    assertThat(store().tasks().retry(task.id())).isEqualTo(new Changed.Refused(TaskStatus.PENDING));
    Lease lease = claim(task);
    assertThat(store().tasks().retry(task.id()))
        .isEqualTo(new Changed.Refused(TaskStatus.PROCESSING));
    end(lease, answered("a cat"));
    assertThat(store().tasks().retry(task.id()))
        .isEqualTo(new Changed.Refused(TaskStatus.COMPLETED));
  }

  @Test
  void a_deleted_task_is_gone_with_its_attempts_and_leaves_its_events() {
    Task task = ingest("a.png");
    end(claim(task), failed(FailureClass.BLOCKED));
    Task last = now(task);

    assertThat(store().tasks().delete(task.id())).isEqualTo(new Changed.Done(last));

    assertThat(store().tasks().find(task.id())).isEmpty();
    assertThat(store().tasks().attempts(task.id())).isEmpty();
    assertThat(store().tasks().list(TaskFilter.ALL, Optional.empty(), 10)).isEmpty();
    assertThat(story(task))
        .containsExactly(EventType.CREATED, EventType.STARTED, EventType.FAILED, EventType.DELETED);
  }

  @Test
  void a_waiting_task_that_is_deleted_is_not_claimed() {
    Task task = ingest("a.png");
    store().tasks().delete(task.id());
    assertThat(heads()).isEmpty();
    assertThat(store().queue().claim(List.of(task.id()))).isEmpty();
  }

  @Test
  void a_running_task_cannot_be_deleted() {
    Task task = ingest("a.png");
    claim(task);
    assertThat(store().tasks().delete(task.id()))
        .isEqualTo(new Changed.Refused(TaskStatus.PROCESSING));
    assertThat(now(task).status()).isEqualTo(TaskStatus.PROCESSING);
  }

  @Test
  void an_answer_outlives_its_task() {
    Task task = ingest("a.png");
    answer(task, "a cat");
    store().tasks().delete(task.id());
    assertThat(ingest("a.png").status()).isEqualTo(TaskStatus.COMPLETED);
  }
}
