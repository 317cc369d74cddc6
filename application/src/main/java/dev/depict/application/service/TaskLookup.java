package dev.depict.application.service;

import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows single tasks. */
public final class TaskLookup implements FindTask {
  private final TaskRepository tasks;
  private final WaitReasons waits;
  private final FinishTimes finishTimes;

  public TaskLookup(TaskRepository tasks, WaitReasons waits, FinishTimes finishTimes) {
    this.tasks = tasks;
    this.waits = waits;
    this.finishTimes = finishTimes;
  }

  @Override
  public TaskView find(TaskId id) {
    return waits.view(existing(id));
  }

  @Override
  public Optional<Instant> finishTime(Task task) {
    return finishTimes.of(task);
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    existing(id);
    return tasks.attempts(id);
  }

  private Task existing(TaskId id) {
    return tasks.find(id).orElseThrow(() -> new TaskNotFound(id));
  }
}
