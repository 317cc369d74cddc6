package dev.depict.application.port.in;

import dev.depict.domain.task.TaskFilter;

/**
 * Changes all tasks that a filter means. Each changes atomically, all together do not: a call that
 * is broken off may be repeated.
 */
public interface ChangeTasks {
  /** Ends those that wait or run. */
  Tally cancel(TaskFilter filter, boolean dryRun);

  /**
   * Opens a new round for those that failed or were cancelled; leaves alone those whose picture is
   * gone.
   *
   * @throws dev.depict.domain.error.QueueFull when no more may wait; what was retried stays so
   */
  Tally retry(TaskFilter filter, boolean dryRun);

  /**
   * @param matched tasks that the filter means, whatever their status
   * @param changed or to be changed, when nothing is
   */
  record Tally(long matched, long changed) {}
}
