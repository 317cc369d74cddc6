package dev.depict.application.service;

import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.util.Optional;

/**
 * Keeps the less urgent lanes from waiting for ever: after some calls that overtook a task of a
 * lower lane, the one that has waited longest there gets its turn. Used by one thread.
 */
final class Overtaking {
  /** Nine calls in ten may overtake. */
  private static final int AT_MOST = 9;

  private Optional<Task> overtaken = Optional.empty();
  private int calls;

  /** Who has waited longest in the lanes below the one that is worked. */
  void of(Optional<Task> task) {
    overtaken = task;
  }

  /** Whose turn it is before all others. */
  Optional<Task> next() {
    return calls >= AT_MOST ? overtaken : Optional.empty();
  }

  /** A task was started. */
  void started(TaskId task) {
    if (overtaken.filter(one -> one.id().equals(task)).isPresent()) {
      overtaken = Optional.empty();
      calls = 0;
    } else if (overtaken.isPresent()) {
      calls++;
    }
  }
}
