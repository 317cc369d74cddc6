package dev.depict.application.service;

import dev.depict.application.port.in.ChangeTasks;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes all tasks that a filter means, some hundreds in a transaction. */
public final class BulkChanges implements ChangeTasks {
  private static final int AT_ONCE = 500;
  private static final Set<TaskStatus> LIVE = Set.of(TaskStatus.PENDING, TaskStatus.PROCESSING);
  private static final Set<TaskStatus> RETRYABLE = Set.of(TaskStatus.FAILED, TaskStatus.CANCELLED);

  private final TaskRepository tasks;

  public BulkChanges(TaskRepository tasks) {
    this.tasks = tasks;
  }

  @Override
  public Tally cancel(TaskFilter filter, boolean dryRun) {
    return change(TaskChange.CANCEL, filter, LIVE, dryRun);
  }

  @Override
  public Tally retry(TaskFilter filter, boolean dryRun) {
    return change(TaskChange.RETRY, filter, RETRYABLE, dryRun);
  }

  private Tally change(
      TaskChange change, TaskFilter filter, Set<TaskStatus> allowed, boolean dryRun) {
    long matched = tasks.count(filter);
    Optional<TaskFilter> due = filter.narrowedTo(allowed);
    long changed = due.map(one -> dryRun ? tasks.count(one) : changeAll(change, one)).orElse(0L);
    return new Tally(matched, changed);
  }

  private long changeAll(TaskChange change, TaskFilter filter) {
    long changed = 0;
    Optional<TaskId> before = Optional.empty();
    while (true) {
      List<TaskId> page = tasks.list(filter, before, AT_ONCE).stream().map(Task::id).toList();
      if (page.isEmpty()) {
        return changed;
      }
      List<Changed> results = tasks.change(change, page);
      changed += results.stream().filter(Changed.Done.class::isInstance).count();
      results.forEach(BulkChanges::stopWhenFull);
      before = Optional.of(page.getLast());
    }
  }

  private static void stopWhenFull(Changed changed) {
    if (changed instanceof Changed.Full(var limit)) {
      throw new QueueFull(limit);
    }
  }
}
