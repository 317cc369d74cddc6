package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.givenBack;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Who is to blame for the death of a process, by what {@link
 * dev.depict.application.port.out.FlightRecorder} remembers.
 */
public abstract class CrashBlameContract extends StoreContract {
  protected CrashBlameContract() {}

  private int crashes(Task task) {
    return now(task).progress().crashes();
  }

  private Recovered crashWhilePreparing(Task... tasks) {
    for (Task task : tasks) {
      store().recorder().begin(task.id());
    }
    return crashAndRecover();
  }

  @Test
  void a_new_task_is_to_blame_for_nothing() {
    assertThat(crashes(ingest("a.png"))).isZero();
  }

  @Test
  void a_task_that_was_only_being_prepared_is_to_blame() {
    Task task = ingest("a.png");

    Recovered recovered = crashWhilePreparing(task);

    assertThat(recovered).isEqualTo(new Recovered(0, List.of()));
    assertThat(crashes(task)).isEqualTo(1);
    assertThat(heads()).containsExactly(task.id());
    assertThat(story(task)).containsExactly(EventType.CREATED);
    assertThat(store().tasks().attempts(task.id())).isEmpty();
  }

  @Test
  void a_task_whose_preparation_was_survived_is_not_to_blame() {
    Task task = ingest("a.png");
    store().recorder().begin(task.id());
    store().recorder().end(task.id());
    crashAndRecover();
    assertThat(crashes(task)).isZero();
  }

  @Test
  void a_claimed_task_is_to_blame() {
    Task task = ingest("a.png");
    claim(task);
    assertThat(crashAndRecover()).isEqualTo(new Recovered(1, List.of()));
    assertThat(crashes(task)).isEqualTo(1);
  }

  @Test
  void a_task_that_was_claimed_and_prepared_is_to_blame_once() {
    Task task = ingest("a.png");
    claim(task);
    assertThat(crashWhilePreparing(task)).isEqualTo(new Recovered(1, List.of()));
    assertThat(crashes(task)).isEqualTo(1);
  }

  @Test
  void nobody_is_to_blame_for_one_crash_twice() {
    Task task = ingest("a.png");
    crashWhilePreparing(task);
    crashAndRecover();
    crashAndRecover();
    assertThat(crashes(task)).isEqualTo(1);
  }

  @Test
  void the_third_crash_while_preparing_fails_the_task_and_its_twins() {
    Task task = ingest("a.png");
    Task twin = ingest("a.png");
    crashWhilePreparing(task);
    crashWhilePreparing(task);

    Recovered recovered = crashWhilePreparing(task);

    assertThat(recovered).isEqualTo(new Recovered(1, List.of()));
    for (Task failed : List.of(task, twin)) {
      assertThat(now(failed).status()).isEqualTo(TaskStatus.FAILED);
      assertThat(now(failed).failure()).map(Failure::failureClass).contains(FailureClass.CRASH);
      assertThat(story(failed)).containsExactly(EventType.CREATED, EventType.FAILED);
    }
    assertThat(heads()).isEmpty();
  }

  @Test
  void crashes_while_preparing_and_while_running_add_up() {
    Task task = ingest("a.png");
    crashWhilePreparing(task);
    claim(task);
    crashAndRecover();
    crashWhilePreparing(task);
    assertThat(now(task).status()).isEqualTo(TaskStatus.FAILED);
  }

  @Test
  void who_was_in_two_crashes_is_a_suspect() {
    Task younger = ingest("a.png");
    Task other = ingest("b.png");
    Task older = ingest("c.png");
    crashWhilePreparing(younger, older);
    claim(older);

    Recovered recovered = crashWhilePreparing(other, younger);

    assertThat(recovered.suspects()).containsExactly(younger.id(), older.id());
    assertThat(crashes(other)).isEqualTo(1);
  }

  @Test
  void a_suspect_remains_one_after_a_start_without_a_crash_of_its_own() {
    Task task = ingest("a.png");
    crashWhilePreparing(task);
    crashWhilePreparing(task);
    assertThat(crashAndRecover().suspects()).containsExactly(task.id());
    assertThat(crashes(task)).isEqualTo(2);
  }

  @Test
  void a_suspect_that_has_ended_is_none_any_more() {
    Task answered = ingest("a.png");
    Task cancelled = ingest("b.png");
    crashWhilePreparing(answered, cancelled);
    crashWhilePreparing(answered, cancelled);
    answer(answered, "a cat");
    store().tasks().cancel(cancelled.id());
    assertThat(crashAndRecover().suspects()).isEmpty();
  }

  @Test
  void a_new_round_begins_without_blame() {
    Task task = ingest("a.png");
    crashWhilePreparing(task);
    crashWhilePreparing(task);
    store().tasks().cancel(task.id());
    store().tasks().retry(task.id());
    assertThat(crashes(task)).isZero();
    assertThat(crashWhilePreparing(task).suspects()).isEmpty();
    assertThat(crashes(task)).isEqualTo(1);
  }

  @Test
  void an_heir_inherits_the_blame() {
    Task leader = ingest("a.png");
    Task heir = ingest("a.png");
    crashWhilePreparing(leader);
    claim(leader);
    crashAndRecover();
    store().tasks().cancel(leader.id());
    assertThat(crashes(heir)).isEqualTo(2);
    assertThat(crashAndRecover().suspects()).containsExactly(heir.id());
  }

  @Test
  void a_task_that_has_ended_before_the_crash_stays_as_it_is() {
    Task done = ingest("a.png");
    Task gone = ingest("b.png");
    store().recorder().begin(done.id());
    store().recorder().begin(gone.id());
    store().recorder().begin(unknownTask());
    answer(done, "a cat");
    store().tasks().delete(gone.id());
    Task before = now(done);

    assertThat(crashAndRecover()).isEqualTo(new Recovered(0, List.of()));

    assertThat(now(done)).isEqualTo(before);
  }

  @Test
  void going_back_to_the_queue_does_not_wash_off_blame() {
    Task task = ingest("a.png");
    crashWhilePreparing(task);
    end(claim(task), givenBack());
    assertThat(crashes(task)).isEqualTo(1);
    end(claim(task), answered("a cat"));
    assertThat(now(task).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void of_many_pictures_in_the_making_all_that_were_not_survived_are_to_blame() {
    List<TaskId> tasks = IntStream.range(0, 64).mapToObj(n -> ingest("p" + n).id()).toList();
    Together.run(
        64,
        number -> {
          store().recorder().begin(tasks.get(number));
          if (number % 2 == 0) {
            store().recorder().end(tasks.get(number));
          }
          return number;
        });

    crashAndRecover();

    for (int number = 0; number < 64; number++) {
      Task task = store().tasks().find(tasks.get(number)).orElseThrow();
      assertThat(task.progress().crashes()).as("crashes of %s", number).isEqualTo(number % 2);
    }
  }
}
