package dev.depict.sqlite;

import dev.depict.application.port.out.Reanalyzable;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.read.TaskPages;
import java.util.List;
import java.util.Optional;

/** The tasks in SQLite that can be asked about again. */
record SqliteReanalyzable(TaskPages pages) implements Reanalyzable {
  @Override
  public List<Task> find(
      TaskFilter filter, Optional<String> answeredBy, Optional<TaskId> before, int limit) {
    return pages.reanalyzable(filter, answeredBy, before, limit);
  }
}
