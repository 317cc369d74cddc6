package dev.depict.application.port.out;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.Map;
import java.util.OptionalLong;

/** Where waiting tasks stand in the order of the queue. Reads only. Safe for concurrent use. */
public interface Backlog {
  /**
   * How many tasks of its key are claimed until this one is, itself included, if nothing else
   * comes; empty when it is not ready: delayed, a twin, running, final or unknown. Takes longer the
   * further back it stands: some milliseconds for 100 000 tasks.
   */
  OptionalLong position(TaskId task);

  /** The position of the last ready task that the filter means, by key; empty for none. */
  Map<QuotaKey, Long> positions(TaskFilter filter);
}
