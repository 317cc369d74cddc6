package dev.depict.application.port.in;

import dev.depict.domain.task.TaskId;

/**
 * Ends a task at once. A call already sent runs on, and its answer is kept for whoever asks the
 * same.
 */
public interface CancelTask {
  /**
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   * @throws dev.depict.domain.error.TaskAlreadyFinal when it has ended already
   */
  TaskView cancel(TaskId id);
}
