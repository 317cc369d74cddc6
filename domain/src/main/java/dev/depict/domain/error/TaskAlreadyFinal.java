package dev.depict.domain.error;

import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;

/** A finished task cannot be cancelled. */
public final class TaskAlreadyFinal extends CallerMistake {
  private final TaskId task;
  private final TaskStatus status;

  public TaskAlreadyFinal(TaskId task, TaskStatus status) {
    super("task " + task + " is " + status + " already and cannot be cancelled");
    this.task = task;
    this.status = status;
  }

  public TaskId task() {
    return task;
  }

  public TaskStatus status() {
    return status;
  }
}
