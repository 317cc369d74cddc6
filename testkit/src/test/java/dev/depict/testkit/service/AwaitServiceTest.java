package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AwaitServiceTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private static CompletableFuture<TaskView> await(Workshop shop, TaskId id) {
    var result = new CompletableFuture<TaskView>();
    var _ = shop.await.await(id, HALF_A_MINUTE, Patience.WHILE_HOPEFUL, result::complete);
    return result;
  }

  private static TaskView get(CompletableFuture<TaskView> result) {
    return result.orTimeout(Workshop.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Test
  void the_wait_ends_with_the_task() {
    try (var shop = new Workshop(4)) {
      TaskId id = shop.ingest("a");
      var result = await(shop, id);
      assertThat(result).isNotDone();

      shop.dispatcher.start();

      assertThat(get(result).task().status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }

  @Test
  void a_finished_task_is_not_waited_for() {
    try (var shop = new Workshop(4)) {
      shop.dispatcher.start();
      TaskId id = shop.ingest("a");
      shop.awaitEnd(id);

      assertThat(await(shop, id)).isCompleted();
    }
  }

  @Test
  void after_the_time_the_task_comes_as_it_stands() {
    try (var shop = new Workshop(4)) {
      TaskId id = shop.ingest("a");
      var result = await(shop, id);

      shop.clock.advance(HALF_A_MINUTE.minusMillis(1));
      assertThat(result).isNotDone();
      shop.clock.advance(Duration.ofMillis(1));

      assertThat(result.join().task().status()).isEqualTo(TaskStatus.PENDING);
    }
  }

  @Test
  void nobody_waits_for_a_paused_queue() {
    try (var shop = new Workshop(4)) {
      shop.store.control().pause();
      TaskId id = shop.ingest("a");

      var result = await(shop, id);

      assertThat(result).isCompleted();
      assertThat(result.join().waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.PAUSED);
    }
  }

  @Test
  void whoever_waits_to_the_end_also_waits_for_a_paused_queue() {
    try (var shop = new Workshop(4)) {
      shop.store.control().pause();
      TaskId id = shop.ingest("a");
      var result = new CompletableFuture<TaskView>();
      var _ = shop.await.await(id, HALF_A_MINUTE, Patience.TO_THE_END, result::complete);
      assertThat(result).isNotDone();

      shop.store.control().resume();
      shop.dispatcher.start();

      assertThat(get(result).task().status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }

  @Test
  void a_task_that_is_deleted_ends_the_wait() {
    try (var shop = new Workshop(4)) {
      TaskId id = shop.ingest("a");
      var result = await(shop, id);

      shop.store.tasks().delete(id);

      assertThat(get(result).task().id()).isEqualTo(id);
    }
  }

  @Test
  void a_wait_that_was_cancelled_never_calls_back() {
    try (var shop = new Workshop(4)) {
      TaskId id = shop.ingest("a");
      var result = new CompletableFuture<TaskView>();
      shop.await.await(id, HALF_A_MINUTE, Patience.WHILE_HOPEFUL, result::complete).cancel();

      shop.clock.advance(HALF_A_MINUTE.plusSeconds(1));

      assertThat(result).isNotDone();
      assertThat(shop.timer.scheduled()).isZero();
    }
  }

  @Test
  void many_wait_for_one_task_and_each_is_called_once() {
    try (var shop = new Workshop(4)) {
      TaskId id = shop.ingest("a");
      List<CompletableFuture<TaskView>> results =
          IntStream.range(0, 100).mapToObj(_ -> await(shop, id)).toList();

      shop.dispatcher.start();

      results.forEach(
          result -> assertThat(get(result).task().status()).isEqualTo(TaskStatus.COMPLETED));
    }
  }

  @Test
  void an_unknown_task_is_refused() {
    try (var shop = new Workshop(4)) {
      assertThatThrownBy(() -> await(shop, TaskFixtures.unknownTask()))
          .isInstanceOf(TaskNotFound.class);
    }
  }
}
