package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import dev.depict.domain.task.WaitReason.Kind;
import dev.depict.testkit.analyzer.Outcomes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the dispatcher makes of a limiter's word, and of what failures say about a provider. */
class LimitsTest {
  private final GateLimiter gate = new GateLimiter();

  private static WaitReason reason(Kind kind) {
    return new WaitReason(kind, Optional.empty());
  }

  @Test
  void nothing_is_claimed_without_a_permission() {
    gate.allow(1, reason(Kind.QUOTA));
    try (var shop = new Workshop(new Workshop.Plan(4).with(gate))) {
      TaskId first = shop.ingest("a");
      TaskId second = shop.ingest("b");
      shop.dispatcher.start();
      shop.awaitEnd(first);

      assertThat(shop.task(second).status()).isEqualTo(TaskStatus.PENDING);
      assertThat(shop.view(second).waits()).contains(reason(Kind.QUOTA));

      gate.open();
      assertThat(shop.awaitEnd(second).status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(gate.log())
          .containsExactly("granted", "sent", "settled", "granted", "sent", "settled");
    }
  }

  @Test
  void the_next_permission_goes_to_the_caller_who_waits() throws InterruptedException {
    gate.allow(0, reason(Kind.QUOTA));
    try (var shop = new Workshop(new Workshop.Plan(4).with(gate))) {
      IntStream.range(0, 30).forEach(i -> shop.ingest("backlog " + i));
      shop.dispatcher.start();
      TaskId urgent = shop.ingest("urgent", Lane.INTERACTIVE);

      gate.awaitDenied(urgent);
      gate.open();
      shop.awaitEnd(urgent);

      assertThat(gate.granted().getFirst()).isEqualTo(urgent);
    }
  }

  @Test
  void a_throttled_task_goes_back_uncounted_and_waits_for_the_limiter() {
    gate.shutAfter(outcome ->
        outcome instanceof Outcome.Throttled ? Optional.of(reason(Kind.QUOTA)) : Optional.empty());
    try (var shop = new Workshop(new Workshop.Plan(4).with(gate))) {
      shop.analyzer.then(Outcomes.throttled(Duration.ofSeconds(30)));
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();
      shop.awaitEvent(event -> event.type() == EventType.GIVEN_BACK);

      assertThat(shop.view(id).waits()).contains(reason(Kind.QUOTA));
      assertThat(shop.task(id).progress().countedFailures()).isZero();

      gate.open();
      assertThat(shop.awaitEnd(id).status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }

  @Test
  void failures_in_a_row_are_forgiven_when_the_provider_turns_out_to_be_down() {
    var failures = new java.util.concurrent.atomic.AtomicInteger();
    gate.shutAfter(outcome ->
        outcome instanceof Outcome.Unavailable && failures.incrementAndGet() == 3
            ? Optional.of(reason(Kind.PROVIDER_DOWN))
            : Optional.empty());
    try (var shop = new Workshop(new Workshop.Plan(1).with(gate))) {
      shop.analyzer.then(
          Outcomes.unavailable(FailureClass.CAPACITY),
          Outcomes.unavailable(FailureClass.NETWORK),
          Outcomes.unavailable(FailureClass.CAPACITY));
      List<TaskId> ids = List.of(shop.ingest("a"), shop.ingest("b"), shop.ingest("c"));
      shop.dispatcher.start();
      shop.awaitEvent(event -> event.type() == EventType.GIVEN_BACK);

      assertForgiven(shop, ids);

      gate.open();
      shop.clock.advance(Duration.ofSeconds(5));
      for (TaskId id : ids) {
        awaitEndMovingTime(shop, id);
        assertThat(shop.task(id).status()).isEqualTo(TaskStatus.COMPLETED);
      }
    }
  }

  /** Forgiving follows the end of the last attempt by a moment. */
  private static void assertForgiven(Workshop shop, List<TaskId> ids) {
    long end = System.nanoTime() + Workshop.PATIENCE.toNanos();
    while (counted(shop, ids) > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    for (TaskId id : ids) {
      assertThat(shop.task(id).progress().countedFailures()).isZero();
      assertThat(shop.lookup.attempts(id)).extracting(Attempt::counted).containsOnly(false);
    }
  }

  private static int counted(Workshop shop, List<TaskId> ids) {
    return ids.stream().mapToInt(id -> shop.task(id).progress().countedFailures()).sum();
  }

  private static void awaitEndMovingTime(Workshop shop, TaskId id) {
    for (int tries = 0; !shop.task(id).status().isFinal(); tries++) {
      assertThat(tries).isLessThan(100_000);
      shop.clock.advance(Duration.ofMillis(100));
      Thread.onSpinWait();
    }
  }

  @Test
  void a_model_that_only_its_caller_names_fails_that_task_alone() {
    try (var shop = new Workshop(new Workshop.Plan(2).with(gate))) {
      TaskId named =
          shop.ingested(IngestServiceTest.naming("a", "no-such-model")).view().task().id();
      shop.analyzer.about(
          shop.task(named).media().digest(), Outcomes.refused(FailureClass.MODEL_GONE));
      shop.dispatcher.start();

      Task ended = shop.awaitEnd(named);

      assertThat(ended.status()).isEqualTo(TaskStatus.FAILED);
      assertThat(ended.failure().orElseThrow().failureClass()).isEqualTo(FailureClass.MODEL_GONE);
    }
  }

  @Test
  void the_configured_model_that_is_gone_leaves_its_tasks_waiting() {
    gate.shutAfter(outcome ->
        outcome instanceof Outcome.Refused ? Optional.of(reason(Kind.MODEL)) : Optional.empty());
    try (var shop = new Workshop(new Workshop.Plan(2).with(gate))) {
      shop.analyzer.then(Outcomes.refused(FailureClass.MODEL_GONE));
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();
      shop.awaitEvent(event -> event.type() == EventType.GIVEN_BACK);

      assertThat(shop.view(id).waits()).contains(reason(Kind.MODEL));
      assertThat(shop.task(id).progress().countedFailures()).isZero();
    }
  }

  @Test
  void an_answer_that_was_cut_off_is_asked_for_once_more_and_longer() {
    try (var shop = new Workshop(2)) {
      shop.analyzer.then(
          Outcomes.refused(FailureClass.TRUNCATED), Outcomes.refused(FailureClass.TRUNCATED));
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();
      shop.awaitEvent(event -> event.type() == EventType.RETRY_SCHEDULED);

      awaitEndMovingTime(shop, id);

      assertThat(shop.task(id).status()).isEqualTo(TaskStatus.FAILED);
      assertThat(shop.analyzer.calls()).hasSize(2);
      assertThat(shop.analyzer.calls().get(0).longer()).isFalse();
      assertThat(shop.analyzer.calls().get(1).longer()).isTrue();
    }
  }
}
