package dev.depict.application.service;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskId;

/** What is being worked, as those see it who do not work it. Safe for concurrent use. */
public interface Workload {
  /** Whether tasks are started without being asked for. */
  boolean working();

  /** Calls of the key that are under way. */
  int running(QuotaKey key);

  /**
   * Says that somebody waits for the task: it is worked also where tasks are not started by
   * themselves.
   *
   * @return says that nobody waits any more
   */
  Runnable want(TaskId task);
}
