package dev.depict.application.port.out;

import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Finds tasks to ask about again. Reads only. */
@FunctionalInterface
public interface Reanalyzable {
  /**
   * Up to {@code limit} COMPLETED tasks that the filter means and no other task supersedes, the
   * newest first.
   *
   * @param answeredBy only tasks whose answer came from this model
   * @param before only tasks ingested before this one; none to start from the newest
   */
  List<Task> find(
      TaskFilter filter, Optional<String> answeredBy, Optional<TaskId> before, int limit);
}
