package dev.depict.domain.error;

import dev.depict.domain.task.TaskId;

/** No task has this id, or it was deleted. */
public final class TaskNotFound extends CallerMistake {
  private final TaskId task;

  public TaskNotFound(TaskId task) {
    super("no task " + task + "; it may have been deleted");
    this.task = task;
  }

  public TaskId task() {
    return task;
  }
}
