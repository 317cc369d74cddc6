package dev.depict.application.port.in;

import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows tasks page by page, the newest first. */
public interface ListTasks {
  /**
   * @param before the last task of the page before; none for the first page
   * @param limit at most so many, at least 1
   */
  Page list(TaskFilter filter, Optional<TaskId> before, int limit);

  /**
   * When the last ready task that the filter means may be expected to be finished; empty when there
   * is none, or nobody knows.
   */
  Optional<Instant> finishTime(TaskFilter filter);

  /**
   * @param next where the next page begins; empty on the last one
   * @param position where to watch from, so that no change after this page is missed
   */
  record Page(List<TaskView> tasks, Optional<TaskId> next, EventPosition position) {}
}
