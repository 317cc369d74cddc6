package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.media.Media;
import dev.depict.domain.question.Question;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.analyzer.ScriptedAnalyzer;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  @Test
  void a_waiting_task_is_answered() {
    try (var shop = new Workshop(4)) {
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();

      Task task = shop.awaitEnd(id);

      assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(task.answer().orElseThrow().depiction().altText())
          .isEqualTo(ScriptedAnalyzer.altTextOf(task.media().digest()));
    }
  }

  @Test
  void a_task_ingested_later_wakes_the_dispatcher() {
    try (var shop = new Workshop(4)) {
      shop.dispatcher.start();
      shop.awaitEnd(shop.ingest("first"));

      assertThat(shop.awaitEnd(shop.ingest("second")).status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }

  @Test
  void equal_questions_are_asked_once() {
    try (var shop = new Workshop(4)) {
      List<TaskId> ids = IntStream.range(0, 20).mapToObj(_ -> shop.ingest("same")).toList();
      shop.dispatcher.start();

      ids.forEach(id -> assertThat(shop.awaitEnd(id).status()).isEqualTo(TaskStatus.COMPLETED));

      assertThat(shop.analyzer.calls()).hasSize(1);
    }
  }

  @Test
  void an_interactive_task_overtakes_the_backlog() {
    try (var shop = new Workshop(1)) {
      shop.analyzer.hold();
      shop.dispatcher.start();
      shop.ingest("running");
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);
      IntStream.range(0, 50).forEach(i -> shop.ingest("backlog " + i));
      TaskId urgent = shop.ingest("urgent", Lane.INTERACTIVE);

      shop.analyzer.release();
      shop.awaitEnd(urgent);
      shop.analyzer.awaitCalls(2, Workshop.PATIENCE);

      // One backlog task may go first: the dispatcher may have chosen it just before the urgent one
      // came.
      List<ScriptedAnalyzer.Call> calls = shop.analyzer.calls();
      int place =
          calls.stream()
              .map(ScriptedAnalyzer.Call::media)
              .toList()
              .indexOf(shop.task(urgent).media().digest());
      assertThat(place).isBetween(1, 2);
    }
  }

  @Test
  void never_more_attempts_are_under_way_than_allowed() {
    try (var shop = new Workshop(3)) {
      List<TaskId> ids = IntStream.range(0, 60).mapToObj(i -> shop.ingest("p" + i)).toList();
      shop.dispatcher.start();

      ids.forEach(shop::awaitEnd);

      assertThat(shop.analyzer.mostAtOnce()).isLessThanOrEqualTo(3);
      assertThat(shop.analyzer.calls()).hasSize(60);
    }
  }

  @Test
  void a_passing_fault_is_retried_after_its_delay_and_not_before() {
    try (var shop = new Workshop(4)) {
      shop.analyzer.then(
          Outcomes.unavailable(FailureClass.CAPACITY), Outcomes.unavailable(FailureClass.NETWORK));
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();

      shop.awaitEvent(event -> event.type() == EventType.RETRY_SCHEDULED);
      assertThat(shop.view(id).waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.RETRY);
      shop.clock.advance(Duration.ofMillis(900));
      assertThat(shop.analyzer.calls()).hasSize(1);

      awaitRetry(shop, 2);
      awaitRetry(shop, 3);

      assertThat(shop.awaitEnd(id).status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(shop.lookup.attempts(id)).hasSize(3);
      assertThat(shop.lookup.attempts(id).getFirst().failure().orElseThrow().words())
          .isEqualTo("the provider says CAPACITY");
    }
  }

  /** Moves time on until the call has arrived: the dispatcher sets its alarm in its own time. */
  private static void awaitRetry(Workshop shop, int calls) {
    for (int tries = 0; shop.analyzer.calls().size() < calls; tries++) {
      assertThat(tries).isLessThan(1_000);
      shop.clock.advance(Duration.ofSeconds(1));
      try {
        shop.analyzer.awaitCalls(calls, Duration.ofMillis(20));
      } catch (AssertionError e) {
        // Not yet.
      }
    }
  }

  @Test
  void a_fault_that_does_not_pass_fails_the_task_after_five_attempts() {
    try (var shop = new Workshop(4)) {
      for (int i = 0; i < 5; i++) {
        shop.analyzer.then(Outcomes.unavailable(FailureClass.CAPACITY));
      }
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();
      awaitRetry(shop, 5);

      Task task = shop.awaitEnd(id);

      assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
      assertThat(task.failure().orElseThrow().failureClass()).isEqualTo(FailureClass.CAPACITY);
      assertThat(shop.analyzer.calls()).hasSize(5);
    }
  }

  @Test
  void a_refused_picture_fails_at_once() {
    try (var shop = new Workshop(4)) {
      shop.analyzer.then(Outcomes.refused(FailureClass.BLOCKED));
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();

      assertThat(shop.awaitEnd(id).failure().orElseThrow().failureClass())
          .isEqualTo(FailureClass.BLOCKED);
      assertThat(shop.analyzer.calls()).hasSize(1);
    }
  }

  @Test
  void nothing_starts_while_the_queue_is_paused() {
    try (var shop = new Workshop(4)) {
      shop.store.control().pause();
      shop.dispatcher.start();
      TaskId id = shop.ingest("a");

      assertThat(shop.view(id).waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.PAUSED);
      assertThat(shop.analyzer.calls()).isEmpty();

      shop.store.control().resume();
      assertThat(shop.awaitEnd(id).status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }

  @Test
  void a_picture_that_cannot_be_decoded_fails_alone_and_is_never_sent() {
    ImagePreparer broken =
        new ImagePreparer() {
          @Override
          public String profile() {
            return "broken-1";
          }

          @Override
          public Preparation prepare(Media media, InputStream content) {
            return new Preparation.Unreadable(
                new Failure(FailureClass.INPUT, "", "the third scan is cut off"));
          }
        };
    try (var shop = new Workshop(new Workshop.Plan(4).with(broken))) {
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();

      Task task = shop.awaitEnd(id);

      assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
      assertThat(task.failure().orElseThrow().words()).isEqualTo("the third scan is cut off");
      assertThat(shop.analyzer.calls()).isEmpty();
    }
  }

  @Test
  void an_analyzer_that_breaks_does_not_stop_the_queue() {
    ImageAnalyzer broken =
        new ImageAnalyzer() {
          @Override
          public String provider() {
            return "scripted";
          }

          @Override
          public int concurrency() {
            return 1;
          }

          @Override
          public Outcome analyze(PreparedImage image, Question question, Call call) {
            if (image.content().length == 1) {
              throw new IllegalStateException("planted");
            }
            return Outcomes.answered("fine");
          }
        };
    try (var shop = new Workshop(new Workshop.Plan(1).with(broken))) {
      TaskId bad = shop.ingest("x");
      TaskId good = shop.ingest("long enough");
      shop.dispatcher.start();

      assertThat(shop.awaitEnd(good).status()).isEqualTo(TaskStatus.COMPLETED);
      shop.awaitEvent(
          event -> event.taskId().equals(bad) && event.type() == EventType.RETRY_SCHEDULED);
    }
  }

  @Test
  void stopping_gives_back_what_runs_uncounted() {
    try (var shop = new Workshop(4)) {
      shop.analyzer.hold();
      TaskId id = shop.ingest("a");
      shop.dispatcher.start();
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);

      shop.dispatcher.stop(Duration.ZERO);

      shop.awaitEvent(event -> event.type() == EventType.GIVEN_BACK);
      assertThat(shop.task(id).status()).isEqualTo(TaskStatus.PENDING);
      assertThat(shop.task(id).progress().countedFailures()).isZero();
    }
  }

  @Test
  void a_task_that_nobody_can_answer_says_so_and_waits() {
    ImageAnalyzer other = new ScriptedAnalyzer("somebody-else");
    try (var shop = new Workshop(new Workshop.Plan(4).with(other))) {
      shop.dispatcher.start();
      TaskId id = shop.ingest("a");

      assertThat(shop.view(id).waits().orElseThrow().kind()).isEqualTo(WaitReason.Kind.NO_ANALYZER);
    }
  }
}
