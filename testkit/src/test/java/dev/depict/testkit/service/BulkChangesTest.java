package dev.depict.testkit.service;

import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.depict.application.port.in.ChangeTasks.Tally;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.service.BulkChanges;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.memory.InMemoryStore;
import dev.depict.testkit.time.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of all tasks that a filter means. */
class BulkChangesTest {
  private static final int MANY = 1_203;

  private final InMemoryStore store =
      new InMemoryStore(new StoreSetting(new SettableClock(), "node-1", MANY));
  private final BulkChanges changes = new BulkChanges(store.tasks());

  private void ingest(int count) {
    store
        .tasks()
        .ingest(
            IntStream.range(0, count)
                .mapToObj(i -> newTask("p" + i).in(i % 3 == 0 ? Lane.BULK : Lane.NORMAL).build())
                .toList());
  }

  private static TaskFilter in(Lane lane, TaskStatus... statuses) {
    return new TaskFilter(
        Set.of(statuses),
        Set.of(lane),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private long count(TaskStatus status) {
    return store.control().counts().tasks().getOrDefault(status, 0L);
  }

  @Test
  void every_waiting_task_is_cancelled_however_many_pages_they_fill() {
    ingest(MANY);

    assertThat(changes.cancel(TaskFilter.ALL, false)).isEqualTo(new Tally(MANY, MANY));
    assertThat(count(TaskStatus.CANCELLED)).isEqualTo(MANY);
    assertThat(changes.cancel(TaskFilter.ALL, false)).isEqualTo(new Tally(MANY, 0));
  }

  @Test
  void only_what_the_filter_means_is_changed() {
    ingest(9);

    assertThat(changes.cancel(in(Lane.BULK), false)).isEqualTo(new Tally(3, 3));
    assertThat(count(TaskStatus.PENDING)).isEqualTo(6);
  }

  @Test
  void a_rehearsal_counts_and_changes_nothing() {
    ingest(9);

    assertThat(changes.cancel(in(Lane.BULK), true)).isEqualTo(new Tally(3, 3));
    assertThat(changes.retry(TaskFilter.ALL, true)).isEqualTo(new Tally(9, 0));
    assertThat(count(TaskStatus.PENDING)).isEqualTo(9);
  }

  @Test
  void a_filter_for_final_tasks_leaves_nothing_to_cancel() {
    ingest(3);

    assertThat(changes.cancel(in(Lane.BULK, TaskStatus.COMPLETED), false))
        .isEqualTo(new Tally(0, 0));
  }

  @Test
  void what_was_cancelled_is_retried() {
    ingest(MANY);
    changes.cancel(in(Lane.BULK), false);

    assertThat(changes.retry(TaskFilter.ALL, false)).isEqualTo(new Tally(MANY, 401));
    assertThat(count(TaskStatus.PENDING)).isEqualTo(MANY);
  }

  @Test
  void retrying_ends_where_the_queue_is_full() {
    ingest(MANY);
    changes.cancel(in(Lane.BULK), false);
    assertThat(store.tasks().ingest(List.of(newTask("another").build())).getFirst())
        .isInstanceOf(Ingested.Created.class);

    assertThatExceptionOfType(QueueFull.class)
        .isThrownBy(() -> changes.retry(TaskFilter.ALL, false));
    assertThat(count(TaskStatus.PENDING)).isEqualTo(MANY);
  }
}
