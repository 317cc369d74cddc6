package dev.depict.gemini.limit;

import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.TaskId;
import java.util.Optional;

/**
 * The failures in a row of one key. A single picture at which the provider stumbles again and again
 * does not speak against the provider, unless nothing of it was ever sent. Not safe for concurrent
 * use.
 */
final class FailureRun {
  private Optional<TaskId> first = Optional.empty();
  private boolean severalTasks;
  private boolean nothingSent = true;
  private int length;

  /**
   * One more failure.
   *
   * @param enough how many failures in a row speak against the provider
   * @return whether the failure is to be held against the provider
   */
  boolean add(TaskId task, Charge charge, int enough) {
    severalTasks |= first.filter(one -> !one.equals(task)).isPresent();
    first = first.or(() -> Optional.of(task));
    nothingSent &= charge instanceof Charge.NotSent;
    if (length + 1 >= enough && !severalTasks && !nothingSent) {
      return false;
    }
    length++;
    return true;
  }

  /** The provider is alive. */
  void end() {
    first = Optional.empty();
    severalTasks = false;
    nothingSent = true;
    length = 0;
  }
}
