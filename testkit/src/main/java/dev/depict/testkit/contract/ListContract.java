package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How tasks are listed: {@link dev.depict.application.port.out.TaskRepository#list}. */
public abstract class ListContract extends StoreContract {
  protected ListContract() {}

  private List<TaskId> list(TaskFilter filter) {
    return store().tasks().list(filter, Optional.empty(), 100).stream().map(Task::id).toList();
  }

  private static TaskFilter filter(Set<TaskStatus> statuses, Set<String> labels, String prefix) {
    return new TaskFilter(
        statuses,
        Set.of(),
        Set.of(),
        labels,
        prefix.isEmpty() ? Optional.empty() : Optional.of(prefix),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void the_newest_task_comes_first() {
    Task first = ingest("a");
    Task second = ingest("b");
    Task third = ingest("c");
    assertThat(list(TaskFilter.ALL)).containsExactly(third.id(), second.id(), first.id());
  }

  @Test
  void a_listed_task_is_the_task_as_it_stands() {
    Task task = ingest(newTask("a").labelled("x", "y").withContext("here"));
    answer(task, "a cat");
    assertThat(store().tasks().list(TaskFilter.ALL, Optional.empty(), 10))
        .containsExactly(now(task));
  }

  @Test
  void pages_follow_each_other_without_gap_or_overlap() {
    for (int number = 0; number < 7; number++) {
      ingest("picture " + number);
    }
    List<TaskId> all = list(TaskFilter.ALL);

    List<TaskId> paged = new ArrayList<>();
    Optional<TaskId> before = Optional.empty();
    for (int page = 0; page < 4; page++) {
      List<Task> tasks = store().tasks().list(TaskFilter.ALL, before, 2);
      tasks.forEach(task -> paged.add(task.id()));
      before = Optional.of(tasks.getLast().id());
      ingest("meanwhile " + page);
    }

    assertThat(paged).isEqualTo(all);
  }

  @Test
  void the_page_after_the_last_one_is_empty() {
    Task only = ingest("a");
    assertThat(store().tasks().list(TaskFilter.ALL, Optional.of(only.id()), 10)).isEmpty();
  }

  @Test
  void a_page_of_filtered_tasks_is_filled_from_behind() {
    Task wanted = ingest(newTask("a").labelled("wanted"));
    for (int number = 0; number < 20; number++) {
      ingest("other " + number);
    }
    assertThat(store().tasks().list(filter(Set.of(), Set.of("wanted"), ""), Optional.empty(), 1))
        .extracting(Task::id)
        .containsExactly(wanted.id());
  }

  @Test
  void tasks_are_filtered_by_status() {
    Task done = ingest("a");
    answer(done, "a cat");
    Task running = ingest("b");
    claim(running);
    Task waiting = ingest("c");

    assertThat(list(filter(Set.of(TaskStatus.COMPLETED), Set.of(), ""))).containsExactly(done.id());
    assertThat(list(filter(Set.of(TaskStatus.PENDING, TaskStatus.PROCESSING), Set.of(), "")))
        .containsExactly(waiting.id(), running.id());
  }

  @Test
  void tasks_are_filtered_by_label_and_source_prefix_together() {
    Task both = ingest(newTask("albums/1.png").labelled("red", "blue"));
    ingest(newTask("albums/2.png").labelled("green"));
    ingest(newTask("other/3.png").labelled("red"));

    assertThat(list(filter(Set.of(), Set.of("red", "black"), "albums/")))
        .containsExactly(both.id());
  }

  @Test
  void a_source_prefix_is_taken_letter_by_letter() {
    Task percent = ingest("100%_a");
    ingest("100 and more");
    ingest("100%xa");
    Task upper = ingest("A*b?");
    ingest("a*b?");

    assertThat(list(filter(Set.of(), Set.of(), "100%_"))).containsExactly(percent.id());
    assertThat(list(filter(Set.of(), Set.of(), "A*"))).containsExactly(upper.id());
  }

  @Test
  void tasks_are_filtered_by_lane_and_failure_class() {
    Task blocked = ingest(newTask("a").in(Lane.BULK));
    end(claim(blocked), failed(FailureClass.BLOCKED));
    Task unreadable = ingest(newTask("b").in(Lane.BULK));
    end(claim(unreadable), failed(FailureClass.INPUT));
    ingest(newTask("c").in(Lane.BULK));

    assertThat(
            list(
                new TaskFilter(
                    Set.of(),
                    Set.of(Lane.BULK),
                    Set.of(FailureClass.BLOCKED),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .containsExactly(blocked.id());
  }

  @Test
  void tasks_are_filtered_by_the_time_of_creation() {
    ingest("a");
    clock.advance(Duration.ofSeconds(1));
    Instant from = clock.instant();
    Task second = ingest("b");
    clock.advance(Duration.ofSeconds(1));
    Instant before = clock.instant();
    ingest("c");

    assertThat(
            list(
                new TaskFilter(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.of(from),
                    Optional.of(before))))
        .containsExactly(second.id());
  }
}
