package dev.depict.application.port.in;

import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows one task. */
public interface FindTask {
  /**
   * @throws dev.depict.domain.error.TaskNotFound when there is none
   */
  TaskView find(TaskId id);

  /**
   * When a task may be expected to be finished; empty when it does not wait, or nobody knows. Takes
   * longer the more tasks are before it.
   */
  Optional<Instant> finishTime(Task task);

  /**
   * The history of a task, the first attempt first.
   *
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   */
  List<Attempt> attempts(TaskId id);
}
