package dev.depict.sqlite;

import dev.depict.application.port.out.Backlog;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.read.Positions;
import java.util.Map;
import java.util.OptionalLong;

/** The order of the queue, from SQLite. */
record SqliteBacklog(Positions positions) implements Backlog {
  @Override
  public OptionalLong position(TaskId task) {
    return positions.of(task);
  }

  @Override
  public Map<QuotaKey, Long> positions(TaskFilter filter) {
    return positions.last(filter);
  }
}
