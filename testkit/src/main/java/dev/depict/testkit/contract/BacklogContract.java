package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where tasks stand in the order of the queue: {@link dev.depict.application.port.out.Backlog}. */
public abstract class BacklogContract extends StoreContract {
  private static final QuotaKey OTHER = new QuotaKey("gemini", "default", "model-b");

  protected BacklogContract() {}

  private long position(Task task) {
    return store().backlog().position(task.id()).orElse(0);
  }

  private static TaskFilter labelled(String label) {
    TaskFilter all = TaskFilter.ALL;
    return new TaskFilter(
        all.statuses(),
        all.lanes(),
        all.failureClasses(),
        Set.of(label),
        all.sourcePrefix(),
        all.createdFrom(),
        all.createdBefore());
  }

  @Test
  void ready_tasks_stand_in_the_order_in_which_they_are_claimed() {
    Task bulk = ingest(newTask("bulk").in(Lane.BULK));
    Task first = ingest("first");
    Task second = ingest("second");
    Task urgent = ingest(newTask("urgent").in(Lane.INTERACTIVE));
    Task elsewhere = ingest(newTask("elsewhere").on(OTHER));

    assertThat(position(urgent)).isEqualTo(1);
    assertThat(position(first)).isEqualTo(2);
    assertThat(position(second)).isEqualTo(3);
    assertThat(position(bulk)).isEqualTo(4);
    assertThat(position(elsewhere)).isEqualTo(1);
    claim(urgent);
    assertThat(position(urgent)).isZero();
    assertThat(position(bulk)).isEqualTo(3);
  }

  @Test
  void what_failed_once_stands_behind_the_fresh_ones_of_its_lane() {
    Task failed = ingest("failed");
    Task fresh = ingest("fresh");
    end(claim(failed), retryAt(clock.instant().plusSeconds(5)));
    assertThat(position(failed)).isZero();
    clock.advance(Duration.ofSeconds(5));
    store().queue().releaseDelayed();
    assertThat(position(fresh)).isEqualTo(1);
    assertThat(position(failed)).isEqualTo(2);
  }

  @Test
  void twins_and_finished_tasks_have_no_position() {
    Task leader = ingest("a");
    Task twin = ingest("a");
    assertThat(position(twin)).isZero();
    end(claim(leader), answered("a cat"));
    assertThat(position(leader)).isZero();
    Task deleted = ingest("b");
    store().tasks().delete(deleted.id());
    assertThat(position(deleted)).isZero();
  }

  @Test
  void a_filter_has_the_position_of_its_last_ready_task_by_key() {
    ingest(newTask("1").labelled("x"));
    ingest(newTask("2"));
    ingest(newTask("3").labelled("x"));
    ingest(newTask("4"));
    ingest(newTask("5").labelled("x").on(OTHER));

    assertThat(store().backlog().positions(labelled("x")))
        .isEqualTo(Map.of(TaskFixtures.KEY, 3L, OTHER, 1L));
    assertThat(store().backlog().positions(labelled("y"))).isEmpty();
    assertThat(store().backlog().positions(TaskFilter.ALL))
        .isEqualTo(Map.of(TaskFixtures.KEY, 4L, OTHER, 1L));
  }
}
