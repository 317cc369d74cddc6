package dev.depict.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Cleaner.Removed;
import dev.depict.application.port.out.Cleaner.Retention;
import dev.depict.testkit.contract.Store;
import java.time.Duration;
import java.util.Optional;

/** Cleans a store, and the model. */
final class Housework {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofDays(10);

  private final Model model;
  private final AskingRules asking;
  private final ChangeRules changing;

  Housework(Model model, AskingRules asking, ChangeRules changing) {
    this.model = model;
    this.asking = asking;
    this.changing = changing;
  }

  void clean(Store store, boolean tasks) {
    Optional<Duration> kept = tasks ? Optional.of(KEPT) : Optional.empty();
    var retention = new Retention(WEEK, WEEK, Duration.ofDays(1), kept);
    long removed = 0;
    boolean more = true;
    while (more) {
      Removed some = store.cleaner().clean(retention);
      removed += some.tasks();
      more = some.more();
    }
    asking.clean();
    assertThat(removed).isEqualTo(kept.map(changing::clean).orElse(0L));
    for (Job job : model.jobs) {
      assertThat(store.media().info(job.question.newTask().build().media().digest()))
          .as("the picture of %s", job.id)
          .isPresent();
    }
    model.calls.stream()
        .filter(call -> call.known == Tried.Known.LOST && isWithoutItsTask(call))
        .forEach(Tried::forget);
  }

  /** Whether its task is gone, or has handed it over to another one. */
  private boolean isWithoutItsTask(Tried call) {
    return !model.jobs.contains(call.owner) || !call.owner.id.equals(call.lease.task());
  }
}
