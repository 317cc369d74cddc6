package dev.depict.testkit.property;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What has to become of tasks that callers change, or that grow old. */
final class ChangeRules {
  private final Model model;

  ChangeRules(Model model) {
    this.model = model;
  }

  Class<? extends Changed> change(TaskChange change, TaskId task) {
    Optional<Job> job = model.find(task);
    if (job.isEmpty()) {
      return Changed.Unknown.class;
    }
    return switch (change) {
      case CANCEL -> cancel(job.get());
      case RETRY -> retry(job.get());
      case DELETE -> delete(job.get());
    };
  }

  private Class<? extends Changed> cancel(Job job) {
    if (!job.live()) {
      return Changed.Refused.class;
    }
    model.move(job, EventType.CANCELLED, TaskStatus.CANCELLED);
    leave(job);
    return Changed.Done.class;
  }

  private Class<? extends Changed> retry(Job job) {
    if (job.live() || job.is(TaskStatus.COMPLETED)) {
      return Changed.Refused.class;
    }
    boolean answered = model.answers.containsKey(job.question);
    if (!answered && model.full()) {
      return Changed.Full.class;
    }
    job.failures = 0;
    job.crashes = 0;
    if (answered) {
      job.answer = Optional.ofNullable(model.answers.get(job.question));
      job.reused = true;
      model.move(job, EventType.RETRIED, TaskStatus.COMPLETED);
    } else {
      model.join(job);
      model.move(job, EventType.RETRIED, TaskStatus.PENDING);
      model.raiseLane(job);
    }
    return Changed.Done.class;
  }

  private Class<? extends Changed> delete(Job job) {
    if (job.is(TaskStatus.PROCESSING)) {
      return Changed.Refused.class;
    }
    model.removed(job);
    leave(job);
    return Changed.Done.class;
  }

  /** The oldest twin of a leader that goes steps into its place, with all it has. */
  private void leave(Job job) {
    if (model.leads(job)) {
      model.leaders.remove(job.question);
      model.twins(job).stream().findFirst().ifPresent(heir -> inherit(job, heir));
    }
    job.running = Optional.empty();
    job.due = Optional.empty();
  }

  private void inherit(Job from, Job heir) {
    model.leaders.put(heir.question, heir);
    model.twins(heir).forEach(twin -> heir.lane = heir.lane.mostUrgent(twin.lane));
    heir.running = from.running;
    heir.due = from.due;
    heir.failures = from.failures;
    heir.crashes = from.crashes;
    model.calls.stream().filter(call -> call.owner == from).forEach(call -> call.owner = heir);
    model.move(
        heir,
        EventType.PROMOTED,
        heir.running.isPresent() ? TaskStatus.PROCESSING : TaskStatus.PENDING);
  }

  /** Removes the tasks that ended so long ago. Returns how many. */
  long clean(Duration kept) {
    List<Job> old =
        model.jobs.stream()
            .filter(job -> !job.live() && !job.ended.plus(kept).isAfter(model.now()))
            .toList();
    old.forEach(model::removed);
    return old.size();
  }
}
