package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.failure;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Ingested;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How tasks that ask the same share one analysis. */
public abstract class TwinContract extends StoreContract {
  protected TwinContract() {}

  @Test
  void the_same_question_again_becomes_a_twin() {
    Task leader = ingest("a.png");
    Task twin = ingest(newTask("a.png").from("copy.png"));
    assertThat(twin.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(twin.progress().leader()).contains(leader.id());
    assertThat(heads()).containsExactly(leader.id());
    assertThat(story(twin)).containsExactly(EventType.CREATED);
  }

  @Test
  void the_same_question_twice_in_one_batch_gives_a_leader_and_a_twin() {
    List<Ingested> results = ingestAll(newTask("a.png"), newTask("b.png"), newTask("a.png"));
    assertThat(created(results.get(2)).progress().leader()).contains(created(results.get(0)).id());
    assertThat(created(results.get(1)).progress().leader()).isEmpty();
  }

  @Test
  void a_fresh_task_joins_what_is_under_way() {
    Task leader = ingest("a.png");
    claim(leader);
    assertThat(ingest(newTask("a.png").fresh()).progress().leader()).contains(leader.id());
  }

  @Test
  void a_delayed_leader_is_joined_too() {
    Task leader = ingest("a.png");
    end(claim(leader), retryAt(clock.instant().plusSeconds(10)));
    assertThat(ingest("a.png").progress().leader()).contains(leader.id());
  }

  @Test
  void many_equal_questions_at_once_give_one_leader() {
    List<Task> tasks = Together.run(32, number -> ingest(newTask("a.png").from("copy " + number)));

    List<Task> leaders = tasks.stream().filter(task -> task.progress().leader().isEmpty()).toList();
    assertThat(leaders).hasSize(1);
    assertThat(tasks)
        .filteredOn(task -> task.progress().leader().isPresent())
        .hasSize(31)
        .allSatisfy(twin -> assertThat(twin.progress().leader()).contains(leaders.getFirst().id()));
    answer(leaders.getFirst(), "a cat");
    assertThat(tasks)
        .allSatisfy(task -> assertThat(now(task).status()).isEqualTo(TaskStatus.COMPLETED));
  }

  @Test
  void twins_get_the_answer_of_their_leader_in_the_same_step() {
    Task leader = ingest("a.png");
    Task early = ingest("a.png");
    Lease lease = claim(leader);
    Task late = ingest("a.png");
    AttemptEnd.Answered end = answered("a cat");

    end(lease, end);

    for (Task twin : List.of(early, late)) {
      assertThat(now(twin).status()).isEqualTo(TaskStatus.COMPLETED);
      assertThat(now(twin).answer()).isEqualTo(now(leader).answer());
      assertThat(now(twin).reused()).isTrue();
      assertThat(now(twin).progress().finishTime()).contains(clock.instant());
      assertThat(store().tasks().attempts(twin.id())).isEmpty();
      assertThat(story(twin)).containsExactly(EventType.CREATED, EventType.COMPLETED);
    }
    assertThat(now(leader).reused()).isFalse();
    assertThat(store().control().counts().callsAvoided()).isEqualTo(2);
  }

  @Test
  void twins_fail_with_their_leader() {
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    end(claim(leader), failed(FailureClass.BLOCKED));
    assertThat(now(twin).status()).isEqualTo(TaskStatus.FAILED);
    assertThat(now(twin).failure()).contains(failure(FailureClass.BLOCKED));
    assertThat(story(twin)).containsExactly(EventType.CREATED, EventType.FAILED);
  }

  @Test
  void twins_wait_on_while_their_leader_is_tried_again() {
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    end(claim(leader), retryAt(clock.instant()));
    store().queue().releaseDelayed();
    end(claim(leader), givenBack());
    assertThat(now(twin).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(now(twin).progress().leader()).contains(leader.id());
    assertThat(story(twin)).containsExactly(EventType.CREATED);
  }

  @Test
  void after_a_failed_leader_the_question_is_asked_anew() {
    Task leader = ingest("a.png");
    end(claim(leader), failed(FailureClass.BLOCKED));
    Task next = ingest("a.png");
    assertThat(next.progress().leader()).isEmpty();
    assertThat(heads()).containsExactly(next.id());
  }

  @Test
  void a_more_urgent_twin_raises_the_lane_of_its_leader() {
    Task other = ingest("other.png");
    Task leader = ingest(newTask("a.png").in(Lane.BULK));
    ingest(newTask("a.png").in(Lane.INTERACTIVE));
    assertThat(now(leader).lane()).isEqualTo(Lane.INTERACTIVE);
    assertThat(story(leader)).containsExactly(EventType.CREATED, EventType.LANE_RAISED);
    assertThat(heads()).containsExactly(leader.id(), other.id());
  }

  @Test
  void an_equally_or_less_urgent_twin_changes_nothing() {
    Task leader = ingest("a.png");
    ingest("a.png");
    ingest(newTask("a.png").in(Lane.BULK));
    assertThat(now(leader).lane()).isEqualTo(Lane.NORMAL);
    assertThat(story(leader)).containsExactly(EventType.CREATED);
  }

  @Test
  void a_lane_is_raised_within_one_batch() {
    List<Ingested> results =
        ingestAll(newTask("a.png").in(Lane.BULK), newTask("a.png").in(Lane.INTERACTIVE));
    assertThat(now(created(results.getFirst())).lane()).isEqualTo(Lane.INTERACTIVE);
  }

  @Test
  void the_lane_of_a_running_leader_counts_when_it_comes_back() {
    Task leader = ingest(newTask("a.png").in(Lane.BULK));
    Lease lease = claim(leader);
    ingest(newTask("a.png").in(Lane.INTERACTIVE));
    end(lease, givenBack());
    assertThat(now(leader).lane()).isEqualTo(Lane.INTERACTIVE);
  }

  @Test
  void a_twin_can_be_cancelled_alone() {
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    store().tasks().cancel(twin.id());
    answer(leader, "a cat");
    assertThat(now(twin).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(now(twin).answer()).isEmpty();
  }

  @Test
  void a_twin_can_be_deleted_alone() {
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    store().tasks().delete(twin.id());
    answer(leader, "a cat");
    assertThat(store().tasks().find(twin.id())).isEmpty();
  }

  @Test
  void a_retried_task_joins_a_live_leader() {
    Task task = ingest(newTask("a.png").in(Lane.INTERACTIVE));
    store().tasks().cancel(task.id());
    Task leader = ingest("a.png");

    store().tasks().retry(task.id());

    assertThat(now(task).progress().leader()).contains(leader.id());
    assertThat(now(leader).lane()).isEqualTo(Lane.INTERACTIVE);
    assertThat(heads()).containsExactly(leader.id());
    answer(leader, "a cat");
    assertThat(now(task).status()).isEqualTo(TaskStatus.COMPLETED);
  }
}
