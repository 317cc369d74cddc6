package dev.depict.application.port.in;

import dev.depict.domain.task.TaskId;

/** Opens a new round for a task that failed or was cancelled. */
public interface RetryTask {
  /**
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   * @throws dev.depict.domain.error.TaskNotRetryable when it neither failed nor was cancelled
   */
  TaskView retry(TaskId id);
}
