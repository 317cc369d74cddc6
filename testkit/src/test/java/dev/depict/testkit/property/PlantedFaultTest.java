package dev.depict.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.contract.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random histories find what a store does wrong. */
class PlantedFaultTest {
  private static final long SEED = 42;

  private static void finds(String name, Supplier<Fault> fault) throws Throwable {
    Optional<Hunt.Found> found = new Hunt(fault).run(SEED);
    assertThat(found).as("planted fault '%s'", name).isPresent();
    Hunt.Found what = found.orElseThrow();
    System.out.printf(
        "planted fault '%s' found after %d tries in %d ms; smallest history: %s%n",
        name, what.tries(), what.millis(), what.smallest());
    assertThat(what.smallest()).as("smallest history for '%s'", name).hasSizeLessThan(12);
  }

  @Test
  void a_store_without_a_fault_is_found_faultless() throws Throwable {
    assertThat(new Hunt(Fault::new).run(SEED)).isEmpty();
  }

  /** Any lease of a task ends its running attempt. */
  private static final class Unfenced extends Fault {
    private final Map<TaskId, Lease> newest = new HashMap<>();

    @Override
    List<Claim> claim(Store real, List<TaskId> tasks) {
      List<Claim> claims = super.claim(real, tasks);
      claims.forEach(claim -> newest.put(claim.lease().task(), claim.lease()));
      return claims;
    }

    @Override
    boolean end(Store real, Lease lease, AttemptEnd end, Expense expense) {
      return super.end(real, newest.getOrDefault(lease.task(), lease), end, expense);
    }
  }

  @Test
  void a_missing_fencing_check_is_found() throws Throwable {
    finds("fencing check removed", Unfenced::new);
  }

  /** The twins of a leader that goes are cancelled with it. */
  private static final class Heirless extends Fault {
    @Override
    List<Changed> change(Store real, TaskChange change, List<TaskId> tasks) {
      if (change == TaskChange.RETRY) {
        return super.change(real, change, tasks);
      }
      List<TaskId> twins =
          real.tasks().list(TaskFilter.ALL, Optional.empty(), 1_000).stream()
              .filter(task -> task.progress().leader().filter(tasks::contains).isPresent())
              .map(Task::id)
              .toList();
      real.tasks().change(TaskChange.CANCEL, twins);
      return super.change(real, change, tasks);
    }
  }

  @Test
  void a_missing_inheritance_is_found() throws Throwable {
    finds("twin inheritance removed", Heirless::new);
  }

  @Test
  void an_event_that_is_left_out_is_found() throws Throwable {
    finds(
        "event left out",
        () ->
            new Fault() {
              @Override
              List<TaskEvent> events(List<TaskEvent> read) {
                return read.stream()
                    .filter(event -> event.type() != EventType.LANE_RAISED)
                    .toList();
              }
            });
  }

  /** A new process does not know the requests of the one before. */
  private static final class Forgetful extends Fault {
    private int process;

    @Override
    Recovered recover(Store real) {
      process++;
      return super.recover(real);
    }

    @Override
    List<Ingested> ingest(Store real, List<NewTask> tasks, boolean atomic) {
      return super.ingest(real, tasks.stream().map(this::renamed).toList(), atomic);
    }

    private NewTask renamed(NewTask task) {
      Origin asked = task.origin();
      var origin =
          new Origin(
              asked.principal(),
              asked.source(),
              asked.labels(),
              asked.requestId().map(name -> name + " of " + process));
      return new NewTask(
          task.id(),
          origin,
          task.media(),
          task.content(),
          task.question(),
          task.estimate(),
          task.lane(),
          task.fresh(),
          task.supersedes());
    }
  }

  @Test
  void a_request_id_that_a_restart_forgets_is_found() throws Throwable {
    finds("request id forgotten", Forgetful::new);
  }

  /** What a late answer took is booked when it comes, and once more. */
  private static final class Twice extends Fault {
    private long doubled;

    @Override
    boolean end(Store real, Lease lease, AttemptEnd end, Expense expense) {
      boolean running = super.end(real, lease, end, expense);
      if (!running && expense.charge() instanceof Charge.Billed billed) {
        doubled += billed.cost().value();
      }
      return running;
    }

    @Override
    Map<QuotaKey, DayUsage> day(Map<QuotaKey, DayUsage> booked) {
      Map<QuotaKey, DayUsage> wrong = new HashMap<>(booked);
      wrong.replaceAll((key, day) ->
          new DayUsage(
              day.calls(),
              day.unknownCalls(),
              day.usage(),
              new MicroDollars(day.cost().value() + doubled)));
      return wrong;
    }
  }

  @Test
  void a_cost_that_is_booked_twice_is_found() throws Throwable {
    finds("cost booked twice", Twice::new);
  }

  /** Stores what it can of an atomic batch. */
  private static final class Halving extends Fault {
    @Override
    List<Ingested> ingest(Store real, List<NewTask> tasks, boolean atomic) {
      return super.ingest(real, tasks, false);
    }
  }

  @Test
  void a_batch_that_is_stored_by_halves_is_found() throws Throwable {
    finds("atomic batch stored by halves", Halving::new);
  }

  /** A crash blames only what was claimed. */
  private static final class Blind extends Fault {
    @Override
    Recovered recover(Store real) {
      for (Task task : real.tasks().list(TaskFilter.ALL, Optional.empty(), 1_000)) {
        if (task.status() == TaskStatus.PENDING) {
          real.recorder().begin(task.id());
          real.recorder().end(task.id());
        }
      }
      return super.recover(real);
    }
  }

  @Test
  void a_picture_whose_crash_is_forgotten_is_found() throws Throwable {
    finds("crash while preparing forgotten", Blind::new);
  }

  /** Hands out the same task twice, once under a lease that is void. */
  private static final class Doubling extends Fault {
    @Override
    List<Claim> claim(Store real, List<TaskId> tasks) {
      List<Claim> claims = new ArrayList<>(super.claim(real, tasks));
      claims.stream().skip(1).findFirst().ifPresent(claims::add);
      return claims;
    }
  }

  @Test
  void a_task_that_is_claimed_twice_is_found() throws Throwable {
    finds("task claimed twice", Doubling::new);
  }
}
