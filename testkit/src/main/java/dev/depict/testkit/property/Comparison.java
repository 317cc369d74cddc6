package dev.depict.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.contract.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where a store differs from the model. */
final class Comparison {
  private static final int ALL = 1_000;

  private final Model model;
  private final Bookkeeping books = new Bookkeeping();
  private long seen;

  Comparison(Model model) {
    this.model = model;
  }

  void check(Store store) {
    events(store);
    tasks(store);
    queue(store);
    counts(store);
    books.check(store, model.calls);
  }

  /** Each change of each task is in the log, in the order in which it happened to the task. */
  private void events(Store store) {
    List<TaskEvent> events = store.events().read(store.events().newest().at(seen), ALL);
    for (TaskEvent event : events) {
      assertThat(event.position()).as("position of an event").isEqualTo(++seen);
    }
    assertThat(byTask(events.stream().map(Comparison::moved)))
        .as("what happened to each task")
        .isEqualTo(byTask(model.takeMoves().stream()));
  }

  private static Moved moved(TaskEvent event) {
    return new Moved(event.taskId(), event.type(), event.previous(), event.status());
  }

  private static Map<TaskId, List<Moved>> byTask(Stream<Moved> moves) {
    return moves.collect(Collectors.groupingBy(Moved::task));
  }

  private void tasks(Store store) {
    List<Task> tasks = store.tasks().list(TaskFilter.ALL, Optional.empty(), ALL);
    assertThat(ids(tasks)).as("tasks").isEqualTo(ids(model.jobs.reversed(), job -> true));
    for (Task task : tasks) {
      task(task, model.find(task.id()).orElseThrow());
    }
    model.answers.forEach((question, answer) ->
        assertThat(store.answers().find(question.newTask().build().question()))
            .map(Answer::id)
            .as("answer to %s", question)
            .contains(answer));
    assertThat(
            ids(store.reanalyzable().find(TaskFilter.ALL, Optional.empty(), Optional.empty(), ALL)))
        .as("tasks to ask about again")
        .isEqualTo(ids(model.jobs.reversed(), this::reanalyzable));
  }

  private boolean reanalyzable(Job job) {
    return job.is(TaskStatus.COMPLETED)
        && model.jobs.stream()
            .noneMatch(other -> other.supersedes.filter(job.id::equals).isPresent());
  }

  private void task(Task task, Job job) {
    String name = "task " + job.id + " of question " + job.question.number();
    assertThat(task.status()).as("status of %s", name).isEqualTo(job.status);
    assertThat(task.answer().map(Answer::id)).as("answer of %s", name).isEqualTo(job.answer);
    assertThat(task.supersedes()).as("older task of %s", name).isEqualTo(job.supersedes);
    if (job.is(TaskStatus.FAILED)) {
      assertThat(task.failure().map(Failure::failureClass))
          .as("failure of %s", name)
          .isEqualTo(job.failure);
    }
    if (job.is(TaskStatus.COMPLETED)) {
      assertThat(task.reused()).as("reuse of %s", name).isEqualTo(job.reused);
    }
    if (job.live()) {
      live(task, job, name);
    }
  }

  private void live(Task task, Job job, String name) {
    Optional<TaskId> leader =
        model.leads(job)
            ? Optional.empty()
            : Optional.ofNullable(model.leaders.get(job.question)).map(one -> one.id);
    assertThat(task.progress().leader()).as("leader of %s", name).isEqualTo(leader);
    assertThat(task.lane()).as("lane of %s", name).isEqualTo(job.lane);
    assertThat(task.progress().nextAttemptTime()).as("delay of %s", name).isEqualTo(job.due);
    if (leader.isEmpty()) {
      assertThat(task.progress().countedFailures())
          .as("failures of %s", name)
          .isEqualTo(job.failures);
      assertThat(task.progress().crashes()).as("crashes of %s", name).isEqualTo(job.crashes);
    }
  }

  private void queue(Store store) {
    for (QuotaKey key : Question.KEYS) {
      List<TaskId> ready = model.heads(key).stream().map(job -> job.id).toList();
      assertThat(ids(store.queue().heads(key, ALL))).as("heads of %s", key).isEqualTo(ready);
      assertThat(store.queue().readyKeys().contains(key))
          .as("whether %s is ready", key)
          .isEqualTo(!ready.isEmpty());
      assertThat(store.queue().overtaken(key, Lane.INTERACTIVE).map(Task::id))
          .as("who is overtaken")
          .isEqualTo(
              model.jobs.stream()
                  .filter(job -> ready.contains(job.id) && job.lane != Lane.INTERACTIVE)
                  .map(job -> job.id)
                  .findFirst());
    }
  }

  private void counts(Store store) {
    var counts = store.control().counts();
    assertThat(counts.tasks())
        .as("tasks by status")
        .isEqualTo(by(model.jobs.stream(), j -> j.status));
    assertThat(counts.pending())
        .as("waiting tasks by lane")
        .isEqualTo(by(model.with(TaskStatus.PENDING), job -> job.lane));
    assertThat(counts.twins())
        .as("twins")
        .isEqualTo(model.jobs.stream().filter(job -> job.live() && !model.leads(job)).count());
    assertThat(counts.delayed())
        .as("delayed tasks")
        .isEqualTo(model.jobs.stream().filter(job -> job.due.isPresent()).count());
    assertThat(counts.callsAvoided())
        .as("calls avoided")
        .isEqualTo(model.with(TaskStatus.COMPLETED).filter(job -> job.reused).count());
    assertThat(store.control().pausedSince().isPresent()).as("paused").isEqualTo(model.paused);
  }

  private static <K> Map<K, Long> by(Stream<Job> jobs, Function<Job, K> key) {
    return jobs.collect(Collectors.groupingBy(key, Collectors.counting()));
  }

  private static List<TaskId> ids(List<Task> tasks) {
    return tasks.stream().map(Task::id).toList();
  }

  private static List<TaskId> ids(List<Job> jobs, Predicate<Job> which) {
    return jobs.stream().filter(which).map(job -> job.id).toList();
  }
}
