package dev.depict.domain.error;

import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;

/** Only a failed or cancelled task can be retried. */
public final class TaskNotRetryable extends CallerMistake {
  private final TaskId task;
  private final TaskStatus status;

  public TaskNotRetryable(TaskId task, TaskStatus status) {
    super("task " + task + " is " + status + "; only a FAILED or CANCELLED task can be retried");
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
