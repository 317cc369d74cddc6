package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers do to many tasks at once, and how many tasks a filter means. */
public abstract class BulkChangeContract extends StoreContract {
  protected BulkChangeContract() {}

  private List<Changed> change(TaskChange change, TaskId... tasks) {
    return store().tasks().change(change, Arrays.asList(tasks));
  }

  private static TaskFilter with(TaskStatus... statuses) {
    return new TaskFilter(
        Set.of(statuses),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void each_task_has_a_result_of_its_own_in_the_order_asked_for() {
    Task done = ingest("done.png");
    answer(done, "a cat");
    Task waiting = ingest("waiting.png");
    Task running = ingest("running.png");
    claim(running);

    List<Changed> results =
        change(TaskChange.CANCEL, running.id(), done.id(), unknownTask(), waiting.id());

    assertThat(results)
        .containsExactly(
            new Changed.Done(now(running)),
            new Changed.Refused(TaskStatus.COMPLETED),
            new Changed.Unknown(),
            new Changed.Done(now(waiting)));
    assertThat(now(running).status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(now(waiting).status()).isEqualTo(TaskStatus.CANCELLED);
  }

  @Test
  void a_task_named_twice_is_changed_once() {
    Task task = ingest("a.png");
    assertThat(change(TaskChange.CANCEL, task.id(), task.id()))
        .last()
        .isEqualTo(new Changed.Refused(TaskStatus.CANCELLED));
    assertThat(change(TaskChange.DELETE, task.id(), task.id()))
        .last()
        .isEqualTo(new Changed.Unknown());
  }

  @Test
  void a_leader_cancelled_with_all_its_twins_leaves_nothing_waiting() {
    Task leader = ingest("a.png");
    Task first = ingest("a.png");
    Task second = ingest("a.png");
    claim(leader);

    change(TaskChange.CANCEL, leader.id(), first.id(), second.id());

    assertThat(store().control().counts().tasks())
        .containsExactly(Map.entry(TaskStatus.CANCELLED, 3L));
    assertThat(heads()).isEmpty();
  }

  @Test
  void a_leader_cancelled_together_with_its_heir_leaves_the_running_call_to_the_next() {
    Task leader = ingest("a.png");
    Task first = ingest("a.png");
    Task second = ingest("a.png");
    claim(leader);

    change(TaskChange.CANCEL, leader.id(), first.id());

    assertThat(now(second).status()).isEqualTo(TaskStatus.PROCESSING);
  }

  @Test
  void of_tasks_retried_together_that_ask_the_same_the_first_one_leads() {
    Task one = ingest("a.png");
    Task other = ingest("a.png");
    end(claim(one), failed(FailureClass.BLOCKED));

    change(TaskChange.RETRY, other.id(), one.id());

    assertThat(now(one).progress().leader()).contains(other.id());
    assertThat(heads()).containsExactly(other.id());
  }

  @Test
  void tasks_are_deleted_together_but_for_the_running_one() {
    Task running = ingest("a.png");
    Task twin = ingest("a.png");
    claim(running);

    assertThat(change(TaskChange.DELETE, running.id(), twin.id()))
        .containsExactly(new Changed.Refused(TaskStatus.PROCESSING), new Changed.Done(twin));

    assertThat(store().tasks().find(twin.id())).isEmpty();
    assertThat(now(running).status()).isEqualTo(TaskStatus.PROCESSING);
  }

  @Test
  void nothing_to_change_is_no_change() {
    long position = store().events().newest().sequence();
    assertThat(change(TaskChange.CANCEL)).isEmpty();
    assertThat(store().events().newest().sequence()).isEqualTo(position);
  }

  @Test
  void thousands_are_changed_at_once() {
    List<TaskId> tasks =
        store()
            .tasks()
            .ingest(
                IntStream.range(0, 3_000).mapToObj(n -> newTask("p" + n % 2_000).build()).toList())
            .stream()
            .map(ingested -> created(ingested).id())
            .toList();
    assertThat(store().tasks().change(TaskChange.CANCEL, tasks))
        .hasSize(3_000)
        .allMatch(Changed.Done.class::isInstance);
    assertThat(store().tasks().count(with(TaskStatus.CANCELLED))).isEqualTo(3_000);
    assertThat(store().tasks().change(TaskChange.RETRY, tasks))
        .allMatch(Changed.Done.class::isInstance);
    assertThat(store().control().counts().twins()).isEqualTo(1_000);
  }

  @Test
  void a_retry_beyond_what_may_wait_is_refused() {
    Store small = openAnother(new StoreSetting(clock, "node-1", 2));
    Task one = created(small.tasks().ingest(List.of(newTask("a.png").build())).getFirst());
    Task two = created(small.tasks().ingest(List.of(newTask("b.png").build())).getFirst());
    small.tasks().change(TaskChange.CANCEL, List.of(one.id(), two.id()));
    small.tasks().ingest(List.of(newTask("c.png").build()));

    List<Changed> results = small.tasks().change(TaskChange.RETRY, List.of(two.id(), one.id()));

    assertThat(results.get(0)).isInstanceOf(Changed.Done.class);
    assertThat(results.get(1)).isEqualTo(new Changed.Full(2));
    assertThat(small.tasks().find(one.id()).orElseThrow().status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(small.tasks().find(one.id()).orElseThrow().progress().round()).isEqualTo(1);
  }

  @Test
  void a_stored_answer_completes_a_retried_task_however_many_wait() {
    Store small = openAnother(new StoreSetting(clock, "node-1", 1));
    Task task = created(small.tasks().ingest(List.of(newTask("a.png").build())).getFirst());
    var lease = small.queue().claim(List.of(task.id())).getFirst().lease();
    small.tasks().cancel(task.id());
    var late = TaskFixtures.answered("a cat");
    small.queue().end(lease, late, TaskFixtures.expense(late, clock.instant()));
    small.tasks().ingest(List.of(newTask("b.png").build()));

    assertThat(small.tasks().retry(task.id())).isInstanceOf(Changed.Done.class);

    assertThat(small.tasks().find(task.id()).orElseThrow().status())
        .isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void a_count_is_as_long_as_the_list() {
    Task done = ingest(newTask("done.png").labelled("x"));
    answer(done, "a cat");
    ingest(newTask("a.png").in(Lane.BULK).labelled("x", "y"));
    ingest(newTask("a.png").from("https://example.org/a.png"));
    end(claim(ingest("failed.png")), failed(FailureClass.BLOCKED));
    List<TaskFilter> filters =
        List.of(
            TaskFilter.ALL,
            with(TaskStatus.PENDING),
            with(TaskStatus.PENDING, TaskStatus.FAILED),
            with(TaskStatus.CANCELLED),
            new TaskFilter(
                Set.of(),
                Set.of(Lane.BULK),
                Set.of(),
                Set.of("x"),
                Optional.of("a"),
                Optional.empty(),
                Optional.of(clock.instant().plusSeconds(1))),
            new TaskFilter(
                Set.of(),
                Set.of(),
                Set.of(FailureClass.BLOCKED),
                Set.of(),
                Optional.empty(),
                Optional.of(clock.instant()),
                Optional.empty()));
    for (TaskFilter filter : filters) {
      assertThat(store().tasks().count(filter))
          .as("tasks of %s", filter)
          .isEqualTo(store().tasks().list(filter, Optional.empty(), 100).size());
    }
    assertThat(store().tasks().count(TaskFilter.ALL)).isEqualTo(4);
  }
}
