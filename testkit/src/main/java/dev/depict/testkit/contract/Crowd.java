package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.KEY;
import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Workers that take what they can get from one queue. Each question is known by its number, which
 * decides what becomes of its calls.
 */
final class Crowd {
  static final int QUESTIONS = 7_000;
  static final int TWINS = 3_000;

  private static final int SEEN = 96;
  private static final int TAKEN = 8;

  private final Store store;
  private final InstantSource clock;
  private final AtomicIntegerArray calls = new AtomicIntegerArray(QUESTIONS);
  private final AtomicLong cancelled = new AtomicLong();

  Crowd(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  static boolean failsOnce(int question) {
    return question % 10 == 0;
  }

  static boolean failsForGood(int question) {
    return question % 100 == 1;
  }

  private static boolean hasTwin(int question) {
    return question < TWINS;
  }

  private static boolean leaderIsCancelledWhileItRuns(int question) {
    return hasTwin(question) && question % 50 == 7;
  }

  private static boolean leaderIsCancelledAtOnce(int question) {
    return hasTwin(question) && question % 50 == 8;
  }

  int calls(int question) {
    return calls.get(question);
  }

  /** How many tasks were cancelled. */
  long cancelled() {
    return cancelled.get();
  }

  /** All questions, then one more of each that has a twin. Returns the leaders. */
  List<TaskId> ingest() {
    List<NewTask> all =
        IntStream.concat(IntStream.range(0, QUESTIONS), IntStream.range(0, TWINS))
            .mapToObj(question -> newTask(Integer.toString(question)).build())
            .toList();
    store.tasks().ingest(all);
    return all.subList(0, QUESTIONS).stream().map(NewTask::id).toList();
  }

  /** Cancels leaders while others work. */
  void cancelSome(List<TaskId> leaders) {
    IntStream.range(0, TWINS)
        .filter(Crowd::leaderIsCancelledAtOnce)
        .forEach(question -> cancel(leaders.get(question)));
  }

  /** Works until nothing is ready. */
  void work(int worker) {
    var random = new Random(worker);
    while (true) {
      List<Task> heads = new ArrayList<>(store.queue().heads(KEY, SEEN));
      if (heads.isEmpty()) {
        return;
      }
      Collections.shuffle(heads, random);
      take(heads.stream().limit(TAKEN).toList());
    }
  }

  private void take(List<Task> wanted) {
    for (var claim : store.queue().claim(wanted.stream().map(Task::id).toList())) {
      Task task =
          wanted.stream()
              .filter(one -> one.id().equals(claim.lease().task()))
              .findFirst()
              .orElseThrow();
      int question = Integer.parseInt(task.origin().source());
      AttemptEnd end = call(task, question);
      if (!store.queue().end(claim.lease(), end, expense(end))) {
        throw new AssertionError("nobody else had the call of question " + question);
      }
      if (end instanceof AttemptEnd.RetryAt) {
        store.queue().releaseDelayed();
      }
    }
  }

  private AttemptEnd call(Task task, int question) {
    int call = calls.incrementAndGet(question);
    if (call == 1 && leaderIsCancelledWhileItRuns(question)) {
      cancel(task.id());
    }
    if (failsForGood(question)) {
      return failed(FailureClass.BLOCKED);
    }
    return call == 1 && failsOnce(question) ? retryAt(clock.instant()) : answered("a cat");
  }

  private Expense expense(AttemptEnd end) {
    Instant now = clock.instant();
    Expense answered = TaskFixtures.expense(end, now);
    return answered.sendTime().isPresent()
        ? answered
        : new Expense(Optional.of(now), Charge.NOTHING);
  }

  private void cancel(TaskId task) {
    if (store.tasks().cancel(task) instanceof Changed.Done) {
      cancelled.incrementAndGet();
    }
  }
}
