package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failure;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What follows from the end of an attempt: {@link dev.depict.application.port.out.TaskQueue#end}.
 */
public abstract class AttemptEndContract extends StoreContract {
  protected AttemptEndContract() {}

  @Test
  void an_answer_completes_the_task() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    clock.advance(Duration.ofSeconds(2));
    AttemptEnd.Answered end = answered("a cat");

    assertThat(end(lease, end)).isTrue();

    Task done = now(task);
    assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(done.reused()).isFalse();
    assertThat(done.failure()).isEmpty();
    assertThat(done.progress().finishTime()).contains(clock.instant());
    assertThat(done.answer())
        .contains(
            new Answer(
                end.id(),
                task.question().fingerprint(),
                end.depiction(),
                end.provenance(),
                clock.instant()));
    assertThat(story(task))
        .containsExactly(EventType.CREATED, EventType.STARTED, EventType.COMPLETED);
  }

  @Test
  void an_answer_is_found_by_its_fingerprint() {
    Task task = ingest("a.png");
    assertThat(store().answers().find(task.question())).isEmpty();
    answer(task, "a cat");
    assertThat(store().answers().find(task.question())).isEqualTo(now(task).answer());
  }

  @Test
  void the_newest_answer_to_a_question_is_the_one_that_is_found() {
    Task first = ingest("a.png");
    answer(first, "a cat");
    AttemptEnd.Answered newer = answer(ingest(newTask("a.png").fresh()), "a dog");
    assertThat(store().answers().find(first.question())).map(Answer::id).contains(newer.id());
    assertThat(now(first).answer().orElseThrow().depiction().altText()).isEqualTo("a cat");
  }

  @Test
  void an_answer_keeps_every_word() {
    Depiction words =
        new Depiction(
            "Кот на окне",
            "Zwei\nZeilen",
            List.of("кот", "fenêtre"),
            Optional.of("EXIT\n出口"),
            "ru");
    Task task = ingest("a.png");
    end(claim(task), answered(words));
    assertThat(now(task).answer()).map(Answer::depiction).contains(words);
  }

  @Test
  void the_attempt_that_brought_the_answer_is_booked() {
    Task task = ingest("a.png");
    answer(task, "a cat");
    Attempt attempt = store().tasks().attempts(task.id()).getFirst();
    assertThat(attempt.state()).isEqualTo(AttemptState.SUCCEEDED);
    assertThat(attempt.usage()).isEqualTo(TaskFixtures.USAGE);
    assertThat(attempt.cost()).isEqualTo(TaskFixtures.COST);
    assertThat(attempt.failure()).isEmpty();
    assertThat(attempt.finishTime()).contains(clock.instant());
  }

  @Test
  void a_failure_for_good_ends_the_task() {
    Task task = ingest("a.png");
    assertThat(end(claim(task), new AttemptEnd.Failed(failure(FailureClass.BLOCKED), true)))
        .isTrue();

    assertThat(now(task).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(now(task).failure()).contains(failure(FailureClass.BLOCKED));
    assertThat(now(task).progress().countedFailures()).isEqualTo(1);
    assertThat(now(task).progress().finishTime()).contains(clock.instant());
    Attempt attempt = store().tasks().attempts(task.id()).getFirst();
    assertThat(attempt.state()).isEqualTo(AttemptState.FAILED);
    assertThat(attempt.counted()).isTrue();
    assertThat(attempt.failure()).contains(failure(FailureClass.BLOCKED));
    assertThat(attempt.finishTime()).contains(clock.instant());
    assertThat(story(task)).endsWith(EventType.STARTED, EventType.FAILED);
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_failure_for_good_need_not_be_counted() {
    Task task = ingest("a.png");
    end(claim(task), new AttemptEnd.Failed(failure(FailureClass.MODEL_GONE), false));
    assertThat(now(task).progress().countedFailures()).isZero();
    assertThat(store().tasks().attempts(task.id()).getFirst().counted()).isFalse();
  }

  @Test
  void a_retry_is_counted_and_told_at_the_next_claim() {
    Task task = ingest("a.png");
    end(claim(task), retryAt(clock.instant()));

    assertThat(now(task).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(now(task).progress().countedFailures()).isEqualTo(1);
    assertThat(store().tasks().attempts(task.id()).getFirst().counted()).isTrue();
    assertThat(story(task)).endsWith(EventType.STARTED, EventType.RETRY_SCHEDULED);

    store().queue().releaseDelayed();
    Claim claim = store().queue().claim(List.of(task.id())).getFirst();
    assertThat(claim.countedFailures()).isEqualTo(1);
    assertThat(claim.lease().attempt()).isEqualTo(2);
  }

  @Test
  void a_task_tells_its_last_failure_while_it_waits_and_runs_again() {
    Task task = ingest("a.png");
    Task heir = ingest("a.png");
    end(claim(task), retryAt(clock.instant()));
    assertThat(now(task).failure()).contains(failure(FailureClass.CAPACITY));
    assertThat(events().getLast().task().orElseThrow().failure()).isEqualTo(now(task).failure());
    store().queue().releaseDelayed();
    end(claim(task), givenBack());
    Lease running = claim(task);
    assertThat(now(task).failure()).contains(failure(FailureClass.CAPACITY));

    store().tasks().cancel(task.id());

    assertThat(now(task).failure()).isEmpty();
    assertThat(now(heir).failure()).contains(failure(FailureClass.CAPACITY));
    end(running, answered("a cat"));
    assertThat(now(heir).failure()).isEmpty();
  }

  @Test
  void what_is_given_back_is_not_counted_and_takes_its_place_again() {
    Task first = ingest("a.png");
    Task second = ingest("b.png");

    end(claim(first), givenBack());

    assertThat(heads()).containsExactly(first.id(), second.id());
    assertThat(now(first).progress().countedFailures()).isZero();
    assertThat(now(first).progress().attempts()).isEqualTo(1);
    assertThat(now(first).progress().nextAttemptTime()).isEmpty();
    Attempt attempt = store().tasks().attempts(first.id()).getFirst();
    assertThat(attempt.counted()).isFalse();
    assertThat(attempt.finishTime()).contains(clock.instant());
    assertThat(story(first)).endsWith(EventType.STARTED, EventType.GIVEN_BACK);
  }

  @Test
  void what_is_given_back_tells_what_failed() {
    Task task = ingest("a.png");
    end(
        claim(task),
        new AttemptEnd.GivenBack(Optional.of(failure(FailureClass.QUOTA)), Optional.empty()));
    assertThat(store().tasks().attempts(task.id()).getFirst().failure())
        .contains(failure(FailureClass.QUOTA));
    assertThat(now(task).failure()).contains(failure(FailureClass.QUOTA));
    assertThat(events().getLast().task().orElseThrow().failure())
        .contains(failure(FailureClass.QUOTA));
  }

  @Test
  void the_times_of_a_task_are_those_of_its_changes() {
    Instant created = clock.instant();
    Task task = ingest("a.png");
    clock.advance(Duration.ofSeconds(1));
    Instant started = clock.instant();
    Lease lease = claim(task);
    clock.advance(Duration.ofSeconds(1));
    end(lease, answered("a cat"));

    assertThat(now(task).progress().createTime()).isEqualTo(created);
    assertThat(now(task).progress().startTime()).contains(started);
    assertThat(now(task).progress().finishTime()).contains(clock.instant());
    assertThat(now(task).progress().updateTime()).isEqualTo(clock.instant());
  }
}
