package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.KEY;
import static dev.depict.testkit.fixture.TaskFixtures.OTHER_KEY;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has waited longest behind more urgent ones. */
public abstract class OvertakenContract extends StoreContract {
  protected OvertakenContract() {}

  private Optional<TaskId> overtakenBy(Lane lane) {
    return store().queue().overtaken(KEY, lane).map(Task::id);
  }

  @Test
  void nobody_is_overtaken_by_the_least_urgent() {
    ingest(newTask("a.png").in(Lane.BULK));
    assertThat(overtakenBy(Lane.BULK)).isEmpty();
  }

  @Test
  void nobody_of_the_same_lane_or_a_more_urgent_one_is_overtaken() {
    ingest(newTask("a.png").in(Lane.NORMAL));
    ingest(newTask("b.png").in(Lane.INTERACTIVE));
    assertThat(overtakenBy(Lane.NORMAL)).isEmpty();
  }

  @Test
  void the_oldest_counts_whatever_its_lane() {
    Task bulk = ingest(newTask("a.png").in(Lane.BULK));
    Task normal = ingest(newTask("b.png").in(Lane.NORMAL));
    assertThat(overtakenBy(Lane.INTERACTIVE)).contains(bulk.id());
    claim(bulk);
    assertThat(overtakenBy(Lane.INTERACTIVE)).contains(normal.id());
    assertThat(overtakenBy(Lane.NORMAL)).isEmpty();
  }

  @Test
  void a_retried_task_has_waited_since_it_was_ingested() {
    Task first = ingest(newTask("a.png").in(Lane.BULK));
    ingest(newTask("b.png").in(Lane.BULK));
    end(claim(first), retryAt(clock.instant()));
    store().queue().releaseDelayed();
    assertThat(overtakenBy(Lane.NORMAL)).contains(first.id());
  }

  @Test
  void delayed_tasks_twins_and_tasks_of_other_keys_do_not_count() {
    Task delayed = ingest(newTask("a.png").in(Lane.BULK));
    end(claim(delayed), retryAt(clock.instant().plusSeconds(9)));
    ingest(newTask("b.png").in(Lane.BULK).on(OTHER_KEY));
    Task leader = ingest(newTask("c.png").in(Lane.BULK));
    ingest(newTask("c.png").in(Lane.BULK));
    claim(leader);
    assertThat(overtakenBy(Lane.INTERACTIVE)).isEmpty();
  }

  @Test
  void looking_changes_nothing() {
    Task task = ingest(newTask("a.png").in(Lane.BULK));
    overtakenBy(Lane.NORMAL);
    assertThat(now(task)).isEqualTo(task);
    assertThat(overtakenBy(Lane.NORMAL)).contains(task.id());
  }
}
