package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.fixture.NewTaskBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which tasks can be asked about again. */
public abstract class ReanalyzableContract extends StoreContract {
  protected ReanalyzableContract() {}

  private Task done(NewTaskBuilder builder) {
    Task task = ingest(builder);
    answer(task, "a cat");
    return task;
  }

  private List<TaskId> found(TaskFilter filter, Optional<String> answeredBy) {
    return store().reanalyzable().find(filter, answeredBy, Optional.empty(), 100).stream()
        .map(Task::id)
        .toList();
  }

  private List<TaskId> found() {
    return found(TaskFilter.ALL, Optional.empty());
  }

  @Test
  void only_completed_tasks_are_found_the_newest_first() {
    Task first = done(newTask("a.png"));
    end(claim(ingest("failed.png")), failed(FailureClass.BLOCKED));
    store().tasks().cancel(ingest("cancelled.png").id());
    Task second = done(newTask("b.png"));
    claim(ingest("running.png"));
    ingest("waiting.png");
    assertThat(found()).containsExactly(second.id(), first.id());
  }

  @Test
  void a_task_that_another_one_supersedes_is_left_out() {
    Task old = done(newTask("a.png"));
    Task again = ingest(newTask("a.png").fresh().superseding(old.id()));
    assertThat(found()).isEmpty();
    answer(again, "a cat, again");
    assertThat(found()).containsExactly(again.id());
  }

  @Test
  void a_task_is_superseded_also_by_one_that_failed() {
    Task old = done(newTask("a.png"));
    end(
        claim(ingest(newTask("a.png").fresh().superseding(old.id()))),
        failed(FailureClass.BLOCKED));
    assertThat(found()).isEmpty();
  }

  @Test
  void a_task_whose_successor_is_deleted_is_found_again() {
    Task old = done(newTask("a.png"));
    Task again = ingest(newTask("a.png").fresh().superseding(old.id()));
    store().tasks().delete(again.id());
    assertThat(found()).containsExactly(old.id());
  }

  @Test
  void a_twin_and_a_reused_answer_can_be_asked_about_as_well() {
    Task leader = ingest("a.png");
    Task twin = ingest("a.png");
    answer(leader, "a cat");
    Task reused = ingest("a.png");
    assertThat(found()).containsExactly(reused.id(), twin.id(), leader.id());
  }

  @Test
  void the_model_that_answered_can_be_named() {
    Task task = done(newTask("a.png"));
    String model = now(task).answer().orElseThrow().provenance().modelAnswered();
    assertThat(found(TaskFilter.ALL, Optional.of(model))).containsExactly(task.id());
    assertThat(found(TaskFilter.ALL, Optional.of("another"))).isEmpty();
  }

  @Test
  void the_filter_holds_as_well() {
    done(newTask("a.png").labelled("x"));
    Task meant = done(newTask("b.png").labelled("y").in(Lane.BULK));
    done(newTask("c.png").labelled("y"));
    TaskFilter filter =
        new TaskFilter(
            Set.of(),
            Set.of(Lane.BULK),
            Set.of(),
            Set.of("y"),
            Optional.of("b"),
            Optional.empty(),
            Optional.empty());
    assertThat(found(filter, Optional.empty())).containsExactly(meant.id());
  }

  @Test
  void pages_follow_each_other_whatever_is_superseded_between_them() {
    Task first = done(newTask("a.png"));
    Task second = done(newTask("b.png"));
    Task third = done(newTask("c.png"));
    List<Task> page =
        store().reanalyzable().find(TaskFilter.ALL, Optional.empty(), Optional.empty(), 2);
    assertThat(page).extracting(Task::id).containsExactly(third.id(), second.id());
    page.forEach(task -> ingest(newTask("again.png").superseding(task.id())));
    assertThat(
            store()
                .reanalyzable()
                .find(TaskFilter.ALL, Optional.empty(), Optional.of(second.id()), 2))
        .extracting(Task::id)
        .containsExactly(first.id());
  }
}
