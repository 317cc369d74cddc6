package dev.depict.domain.error;

import dev.depict.domain.task.TaskId;

/** A running task cannot be deleted. */
public final class TaskRunning extends CallerMistake {
  private final TaskId task;

  public TaskRunning(TaskId task) {
    super("task " + task + " is being analyzed; cancel it first, or wait for its end");
    this.task = task;
  }

  public TaskId task() {
    return task;
  }
}
