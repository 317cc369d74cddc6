package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.analyzer.Outcomes;
import org.junit.jupiter.api.Test;

/** A call that runs on although its task was cancelled. */
class JoiningTest {
  private static TaskId cancelledWhileAsked(Workshop shop) {
    shop.analyzer.hold();
    TaskId task = shop.ingest("a");
    shop.dispatcher.start();
    shop.analyzer.awaitCalls(1, Workshop.PATIENCE);
    shop.changes.cancel(task);
    return task;
  }

  @Test
  void a_retry_gets_the_answer_that_is_on_its_way_and_asks_no_second_time() {
    try (var shop = new Workshop(4)) {
      TaskId task = cancelledWhileAsked(shop);
      shop.changes.retry(task);
      // Another one is worked meanwhile, so the queue was looked at.
      TaskId other = shop.ingest("b");
      shop.analyzer.awaitCalls(2, Workshop.PATIENCE);
      assertThat(shop.task(task).status()).isEqualTo(TaskStatus.PENDING);

      shop.analyzer.release();

      shop.awaitEnd(other);
      shop.awaitEvent(event ->
          event.taskId().equals(task)
              && event.status().filter(TaskStatus.COMPLETED::equals).isPresent());
      assertThat(shop.analyzer.calls()).hasSize(2);
    }
  }

  @Test
  void the_same_question_again_gets_it_too() {
    try (var shop = new Workshop(4)) {
      cancelledWhileAsked(shop);
      TaskId again = shop.ingest("a");

      shop.analyzer.release();

      Task ended = shop.awaitEnd(again);
      assertThat(ended.status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(shop.analyzer.calls()).hasSize(1);
    }
  }

  @Test
  void when_that_call_fails_the_question_is_asked() {
    try (var shop = new Workshop(4)) {
      shop.analyzer.then(Outcomes.refused(FailureClass.BLOCKED));
      cancelledWhileAsked(shop);
      TaskId again = shop.ingest("a");

      shop.analyzer.release();

      assertThat(shop.awaitEnd(again).status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(shop.analyzer.calls()).hasSize(2);
    }
  }
}
