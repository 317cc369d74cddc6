package dev.depict.application.service;

import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows tasks page by page. */
public final class TaskListing implements ListTasks {
  private final TaskRepository tasks;
  private final EventLog events;
  private final WaitReasons waits;
  private final FinishTimes finishTimes;

  public TaskListing(
      TaskRepository tasks, EventLog events, WaitReasons waits, FinishTimes finishTimes) {
    this.tasks = tasks;
    this.events = events;
    this.waits = waits;
    this.finishTimes = finishTimes;
  }

  @Override
  public Page list(TaskFilter filter, Optional<TaskId> before, int limit) {
    // Before the tasks are read: what changes in between is then seen twice, never missed.
    EventPosition position = events.newest();
    List<Task> found = tasks.list(filter, before, limit + 1);
    List<Task> page = found.size() > limit ? found.subList(0, limit) : found;
    Optional<TaskId> next =
        found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty();
    return new Page(page.stream().map(waits::view).toList(), next, position);
  }

  @Override
  public Optional<Instant> finishTime(TaskFilter filter) {
    return finishTimes.of(filter);
  }
}
