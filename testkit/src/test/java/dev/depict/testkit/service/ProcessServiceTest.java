package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.ProcessQueue.Fate;
import dev.depict.application.port.in.ProcessQueue.Report;
import dev.depict.application.port.in.ProcessQueue.Result;
import dev.depict.application.port.in.ProcessQueue.Selection;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import dev.depict.testkit.analyzer.Outcomes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that are not started by themselves. */
class ProcessServiceTest {
  private final GateLimiter gate = new GateLimiter();

  private Workshop byHand() {
    var shop = new Workshop(new Workshop.Plan(4).with(gate).byHand());
    shop.dispatcher.start();
    return shop;
  }

  private static Report process(Workshop shop, Selection selection, Duration maxWait) {
    var report = new CompletableFuture<Report>();
    shop.process.process(selection, maxWait, report::complete);
    return report.orTimeout(Workshop.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static Report due(Workshop shop, int max) {
    return process(shop, new Selection.Due(max), Duration.ZERO);
  }

  @Test
  void one_task_is_worked_and_nothing_else_starts() {
    try (var shop = byHand()) {
      TaskId first = shop.ingest("a");
      TaskId second = shop.ingest("b");

      Report report = due(shop, 1);

      assertThat(report.results()).extracting(Result::fate).containsExactly(Fate.COMPLETED);
      assertThat(report.results().getFirst().view().task().id()).isEqualTo(first);
      assertThat(report.waits()).isEmpty();
      assertThat(report.pending()).isEqualTo(1);
      assertThat(shop.task(second).status()).isEqualTo(TaskStatus.PENDING);
      assertThat(shop.analyzer.calls()).hasSize(1);
    }
  }

  @Test
  void a_batch_takes_the_most_urgent_ones_first_and_as_many_as_there_are() {
    try (var shop = byHand()) {
      IntStream.range(0, 20).forEach(i -> shop.ingest("p" + i));
      TaskId urgent = shop.ingest("urgent", Lane.INTERACTIVE);

      Report some = due(shop, 5);
      Report rest = due(shop, 1_000);

      assertThat(some.results()).hasSize(5);
      assertThat(some.results().getFirst().view().task().id()).isEqualTo(urgent);
      assertThat(some.pending()).isEqualTo(16);
      assertThat(rest.results()).hasSize(16).extracting(Result::fate).containsOnly(Fate.COMPLETED);
      assertThat(rest.pending()).isZero();
      assertThat(due(shop, 1).results()).isEmpty();
    }
  }

  @Test
  void it_says_what_it_would_have_to_wait_for_and_does_not_wait() {
    var later = shopTimePlus(Duration.ofSeconds(20));
    gate.allow(1, new WaitReason(WaitReason.Kind.QUOTA, Optional.of(later)));
    try (var shop = byHand()) {
      shop.ingest("a");
      shop.ingest("b");

      Report report = due(shop, 2);

      assertThat(report.results()).hasSize(1);
      assertThat(report.waits().orElseThrow().until()).contains(later);
      assertThat(report.pending()).isEqualTo(1);
    }
  }

  private static java.time.Instant shopTimePlus(Duration duration) {
    return dev.depict.testkit.time.SettableClock.START.plus(duration);
  }

  @Test
  void it_waits_for_a_permission_that_comes_in_time() {
    var later = shopTimePlus(Duration.ofSeconds(20));
    gate.allow(0, new WaitReason(WaitReason.Kind.QUOTA, Optional.of(later)));
    try (var shop = byHand()) {
      shop.ingest("a");
      var report = new CompletableFuture<Report>();
      shop.process.process(new Selection.Due(1), Duration.ofSeconds(30), report::complete);

      gate.open();

      assertThat(report.orTimeout(20, TimeUnit.SECONDS).join().results()).hasSize(1);
    }
  }

  @Test
  void a_failed_attempt_says_what_follows() {
    try (var shop = byHand()) {
      shop.analyzer.then(Outcomes.unavailable(FailureClass.CAPACITY));
      TaskId id = shop.ingest("a");

      assertThat(due(shop, 1).results())
          .extracting(Result::fate)
          .containsExactly(Fate.RETRY_SCHEDULED);

      Report nothing = due(shop, 1);
      assertThat(nothing.results()).isEmpty();
      assertThat(nothing.waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.RETRY);

      Report named = process(shop, new Selection.Named(id), Duration.ZERO);
      assertThat(named.results()).extracting(Result::fate).containsExactly(Fate.COMPLETED);
    }
  }

  @Test
  void a_named_task_is_worked_alone_however_many_are_before_it() {
    try (var shop = byHand()) {
      IntStream.range(0, 200).forEach(i -> shop.ingest("p" + i));
      TaskId last = shop.ingest("last");

      Report report = process(shop, new Selection.Named(last), Duration.ZERO);

      assertThat(report.results()).extracting(Result::fate).containsExactly(Fate.COMPLETED);
      assertThat(report.pending()).isEqualTo(200);
    }
  }

  @Test
  void a_named_task_that_cannot_be_started_says_why() {
    try (var shop = byHand()) {
      TaskId id = shop.ingest("a");
      shop.store.control().pause();

      Report report = process(shop, new Selection.Named(id), Duration.ZERO);

      assertThat(report.results()).extracting(Result::fate).containsExactly(Fate.NOT_STARTED);
      assertThat(report.waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.PAUSED);
    }
  }

  @Test
  void a_final_a_running_and_an_unknown_task_are_refused() {
    try (var shop = byHand()) {
      TaskId done = shop.ingest("a");
      due(shop, 1);
      shop.analyzer.hold();
      TaskId running = shop.ingest("b");
      shop.process.process(new Selection.Named(running), Duration.ZERO, _ -> {});
      shop.analyzer.awaitCalls(2, Workshop.PATIENCE);

      assertThatThrownBy(() -> process(shop, new Selection.Named(done), Duration.ZERO))
          .isInstanceOf(TaskAlreadyFinal.class);
      assertThatThrownBy(() -> process(shop, new Selection.Named(running), Duration.ZERO))
          .isInstanceOf(TaskRunning.class);
      var unknown = new TaskId(new UUID(7, 7));
      assertThatThrownBy(() -> process(shop, new Selection.Named(unknown), Duration.ZERO))
          .isInstanceOf(TaskNotFound.class);
    }
  }

  @Test
  void a_caller_who_waits_is_served_without_anybody_asking_for_work() {
    try (var shop = byHand()) {
      TaskId other = shop.ingest("other");
      TaskId id = shop.ingest("a", Lane.INTERACTIVE);
      var view = new CompletableFuture<TaskView>();

      shop.await.await(id, Duration.ofMinutes(1), Patience.WHILE_HOPEFUL, view::complete);

      assertThat(view.orTimeout(20, TimeUnit.SECONDS).join().task().status())
          .isEqualTo(TaskStatus.COMPLETED);
      assertThat(shop.task(other).status()).isEqualTo(TaskStatus.PENDING);
    }
  }

  @Test
  void beside_a_working_queue_it_reports_what_is_started() {
    try (var shop = new Workshop(new Workshop.Plan(4).with(gate))) {
      gate.allow(
          0,
          new WaitReason(WaitReason.Kind.QUOTA, Optional.of(shopTimePlus(Duration.ofSeconds(5)))));
      List<TaskId> ids = List.of(shop.ingest("a"), shop.ingest("b"));
      shop.dispatcher.start();
      var report = new CompletableFuture<Report>();
      shop.process.process(new Selection.Due(1), Duration.ofSeconds(30), report::complete);

      gate.open();

      assertThat(report.orTimeout(20, TimeUnit.SECONDS).join().results()).hasSize(1);
      ids.forEach(shop::awaitEnd);
      assertThat(shop.analyzer.calls()).hasSize(2);
    }
  }
}
