package dev.depict.application.port.in;

import dev.depict.domain.task.TaskId;

/** Removes a task with its history. Its answer stays for whoever asks the same. */
public interface DeleteTask {
  /**
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   * @throws dev.depict.domain.error.TaskRunning while it is PROCESSING
   */
  void delete(TaskId id);
}
