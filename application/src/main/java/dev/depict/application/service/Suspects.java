package dev.depict.application.service;

import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The tasks that were under way in two deaths of the process. Each is worked while nothing else is,
 * so that it is clear whose fault a third one is; who survives that is no suspect any more. Safe
 * for concurrent use.
 */
final class Suspects {
  private final Set<TaskId> ids = new LinkedHashSet<>();

  synchronized void add(Collection<TaskId> tasks) {
    ids.addAll(tasks);
  }

  /** It has been worked, and the process is alive. */
  synchronized void clear(TaskId task) {
    ids.remove(task);
  }

  synchronized Set<TaskId> ids() {
    return Set.copyOf(ids);
  }

  /**
   * The first one that meets the condition. Forgets those that have ended or are gone.
   *
   * @param find the task as it stands
   */
  Optional<Task> first(Function<TaskId, Optional<Task>> find, Predicate<Task> condition) {
    for (TaskId id : ordered()) {
      Optional<Task> task = find.apply(id).filter(found -> !found.status().isFinal());
      if (task.isEmpty()) {
        clear(id);
      } else if (condition.test(task.get())) {
        return task;
      }
    }
    return Optional.empty();
  }

  private synchronized Collection<TaskId> ordered() {
    return new LinkedHashSet<>(ids);
  }
}
