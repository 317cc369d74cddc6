package dev.depict.application.service;

import dev.depict.application.port.in.ProcessQueue.Fate;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.WaitReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The work that was asked for and has not ended, and the tasks somebody waits for. Safe for
 * concurrent use; calls back without holding its lock.
 */
final class Errands {
  private final List<Errand> open = new ArrayList<>();
  private final Map<TaskId, Integer> wanted = new HashMap<>();

  synchronized void add(Errand errand) {
    open.add(errand);
  }

  synchronized void remove(Errand errand) {
    open.remove(errand);
  }

  synchronized void want(TaskId task) {
    wanted.merge(task, 1, Integer::sum);
  }

  synchronized void unwant(TaskId task) {
    wanted.computeIfPresent(task, (_, count) -> count == 1 ? null : count - 1);
  }

  /** How many due tasks are to be started, whichever they are. */
  synchronized int due() {
    return open.stream().mapToInt(Errand::due).sum();
  }

  /** The tasks that are to be started before any other. */
  synchronized Set<TaskId> named() {
    var named = new LinkedHashSet<TaskId>();
    open.forEach(errand -> errand.named().ifPresent(named::add));
    named.addAll(wanted.keySet());
    return named;
  }

  /** A task was started: for whoever named it, else for whoever asked first. */
  synchronized void started(TaskId task) {
    open.stream()
        .filter(errand -> errand.named().filter(task::equals).isPresent())
        .findFirst()
        .or(() -> open.stream().filter(errand -> errand.due() > 0).findFirst())
        .ifPresent(errand -> errand.started(task));
  }

  /** A task that was started has ended its attempt. */
  void ended(TaskId task, Fate fate) {
    synchronized (this) {
      for (Errand errand : open) {
        if (errand.ended(task, fate)) {
          break;
        }
      }
    }
    report();
  }

  /** Those that want more. A look serves only those that were there when it began. */
  synchronized List<Errand> eager() {
    return open.stream().filter(errand -> !errand.isClosed()).toList();
  }

  /**
   * Closes what cannot go on.
   *
   * @param eager which were there when the queue was looked at
   * @param verdict what becomes of an errand that wants more: go on, or stop and why
   */
  void review(List<Errand> eager, Function<Errand, Verdict> verdict) {
    for (Errand errand : eager) {
      Verdict found = verdict.apply(errand);
      synchronized (this) {
        if (found instanceof Verdict.Stop(var why) && !errand.isClosed()) {
          errand.close(why);
        }
      }
    }
    report();
  }

  private void report() {
    List<Errand> over;
    synchronized (this) {
      over = open.stream().filter(Errand::isOver).toList();
      open.removeAll(over);
    }
    over.forEach(Errand::report);
  }

  /** What becomes of an errand. */
  sealed interface Verdict {
    record GoOn() implements Verdict {}

    record Stop(Optional<WaitReason> why) implements Verdict {}
  }
}
