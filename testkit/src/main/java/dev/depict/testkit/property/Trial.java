package dev.depict.testkit.property;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.fixture.NewTaskBuilder;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets a store and the model live through the same history, and compares them at each step. */
final class Trial implements AutoCloseable {
  private final SettableClock clock = new SettableClock();
  private final Model model = new Model(clock);
  private final AskingRules asking = new AskingRules(model);
  private final WorkRules working = new WorkRules(model);
  private final ChangeRules changing = new ChangeRules(model);
  private final Comparison comparison = new Comparison(model);
  private final Housework housework = new Housework(model, asking, changing);
  private Store store;

  Trial(Function<StoreSetting, Store> open) {
    store = open.apply(new StoreSetting(clock, "node-1", Model.MAX_PENDING));
    store.queue().recover();
  }

  void run(List<Action> history) {
    int step = 0;
    for (Action action : history) {
      step++;
      try {
        perform(action);
        comparison.check(store);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("step %d, %s: %s".formatted(step, action, e.getMessage()), e);
      }
    }
    assertThat(store.audit().run().faults()).isEmpty();
  }

  @Override
  public void close() {
    store.close();
  }

  private void perform(Action action) {
    switch (action) {
      case Action.Ingest(var asks, var atomic) -> ingest(asks, atomic);
      case Action.Claim claim -> claim(claim);
      case Action.End end ->
          pick(model.calls.stream().filter(Tried::open), end.call())
              .ifPresent(call -> end(call, end));
      case Action.Change change -> change(change);
      case Action.Pause(var on) -> pause(on);
      case Action.Crash(var preparing) -> crash(preparing);
      case Action.Release() -> {
        store.queue().releaseDelayed();
        working.release();
      }
      case Action.Hasten(var task) ->
          pick(model.jobs.stream(), task)
              .ifPresent(job -> {
                store.queue().hasten(job.id);
                working.hasten(job.id);
              });
      case Action.Pass(var seconds) -> clock.advance(Duration.ofSeconds(seconds));
      case Action.Jump(var seconds) -> clock.jump(Duration.ofSeconds(seconds));
      case Action.Clean(var tasks) -> housework.clean(store, tasks);
    }
  }

  private static <T> Optional<T> pick(Stream<T> among, int number) {
    List<T> all = among.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
  }

  private void ingest(List<Action.Ask> asks, boolean atomic) {
    List<NewTask> tasks = new ArrayList<>();
    List<AskingRules.Sent> batch = new ArrayList<>();
    for (Action.Ask ask : asks) {
      Optional<TaskId> old =
          ask.supersedes() == 0
              ? Optional.empty()
              : pick(model.with(TaskStatus.COMPLETED), ask.supersedes()).map(job -> job.id);
      NewTask task = newTask(ask, old);
      tasks.add(task);
      batch.add(new AskingRules.Sent(task.id(), ask, old));
    }
    List<Ingested> results = store.tasks().ingest(tasks, atomic);
    assertThat(results.stream().map(Trial::seen).toList()).isEqualTo(asking.ingest(batch, atomic));
  }

  private static NewTask newTask(Action.Ask ask, Optional<TaskId> supersedes) {
    NewTaskBuilder task = new Question(ask.question()).newTask().in(ask.lane());
    if (ask.request() > 0) {
      task.withRequestId("r-" + ask.request());
    }
    if (ask.fresh()) {
      task.fresh();
    }
    supersedes.ifPresent(old -> task.fresh().superseding(old));
    return task.build();
  }

  private static AskingRules.Expected seen(Ingested result) {
    return new AskingRules.Expected(
        result.getClass(),
        switch (result) {
          case Ingested.Created(var task) -> Optional.of(task.id());
          case Ingested.Replayed(var task) -> Optional.of(task.id());
          case Ingested.RequestIdTaken(var _, var task) -> Optional.of(task);
          case Ingested.MediaMissing _, Ingested.Withheld _, Ingested.Full _ -> Optional.empty();
        });
  }

  private void claim(Action.Claim action) {
    QuotaKey key = Question.KEYS.get(action.key());
    List<TaskId> wanted =
        new ArrayList<>(store.queue().heads(key, action.count()).stream().map(Task::id).toList());
    if (action.stray() > 0) {
      pick(model.jobs.stream(), action.stray())
          .filter(job -> !wanted.contains(job.id))
          .ifPresent(job -> wanted.add(job.id));
    }
    List<Claim> claims = store.queue().claim(wanted);
    assertThat(claims)
        .extracting(claim -> claim.lease().task())
        .containsExactlyInAnyOrderElementsOf(wanted.stream().filter(working::claimable).toList());
    for (Claim claim : claims) {
      working.claimed(claim);
      assertThat(claim.countedFailures())
          .isEqualTo(model.find(claim.lease().task()).orElseThrow().failures);
    }
  }

  private void end(Tried call, Action.End action) {
    AttemptEnd end = end(action);
    boolean counted = store.queue().end(call.lease, end, expense(end, action.spent()));
    assertThat(counted).isEqualTo(working.end(call, end, action.spent()));
  }

  private AttemptEnd end(Action.End action) {
    Instant later = clock.instant().plusSeconds(action.seconds());
    return switch (action.result()) {
      case ANSWERED -> answered("a cat");
      case FAILED -> TaskFixtures.failed(FailureClass.BLOCKED);
      case RETRY -> TaskFixtures.retryAt(later);
      case GIVEN_BACK -> TaskFixtures.givenBack();
      case GIVEN_BACK_UNTIL ->
          new AttemptEnd.GivenBack(Optional.of(failure(FailureClass.QUOTA)), Optional.of(later));
    };
  }

  private Expense expense(AttemptEnd end, Action.Spent spent) {
    if (end instanceof AttemptEnd.Answered) {
      return TaskFixtures.expense(end, clock.instant());
    }
    return Expense.of(
        clock.instant(),
        switch (spent) {
          case NOTHING -> Charge.NOT_SENT;
          case BILLED -> Charge.NOTHING;
          case UNKNOWN -> Charge.UNKNOWN;
        });
  }

  private void change(Action.Change action) {
    List<TaskId> tasks =
        action.tasks().stream()
            .flatMap(number -> pick(model.jobs.stream(), number).stream())
            .map(job -> job.id)
            .toList();
    List<Changed> results = store.tasks().change(action.change(), tasks);
    assertThat(results.stream().<Object>map(Changed::getClass).toList())
        .isEqualTo(
            tasks.stream().<Object>map(task -> changing.change(action.change(), task)).toList());
  }

  private void pause(boolean on) {
    if (on) {
      store.control().pause();
    } else {
      store.control().resume();
    }
    model.paused = on;
  }

  private void crash(int preparing) {
    List<TaskId> prepared =
        model.heads(TaskFixtures.KEY).stream().limit(preparing).map(job -> job.id).toList();
    prepared.forEach(store.recorder()::begin);
    model.heads(TaskFixtures.OTHER_KEY).stream()
        .findFirst()
        .ifPresent(job -> {
          store.recorder().begin(job.id);
          store.recorder().end(job.id);
        });
    store = store.reopen();
    Recovered recovered = store.queue().recover();
    assertThat(recovered).isEqualTo(working.recover(prepared));
  }
}
