package dev.depict.application.port.in;

import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.TaskId;
import java.util.List;

/** Shows one task. */
public interface FindTask {
  /**
   * @throws dev.depict.domain.error.TaskNotFound when there is none
   */
  TaskView find(TaskId id);

  /**
   * The history of a task, the first attempt first.
   *
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   */
  List<Attempt> attempts(TaskId id);
}
