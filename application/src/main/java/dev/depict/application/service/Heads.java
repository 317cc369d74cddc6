package dev.depict.application.service;

import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The first tasks of a quota key, as they were at the last look. A backlog that grows at its end
 * costs no look. Used by the dispatcher's thread alone.
 */
final class Heads {
  private final QuotaKey key;
  private final TaskQueue queue;
  private final int most;
  private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
  private final Overtaking overtaking = new Overtaking();
  private Optional<Task> last = Optional.empty();
  private boolean more = true;

  /**
   * @param most so many at once, beside those that somebody named
   */
  Heads(QuotaKey key, TaskQueue queue, int most) {
    this.key = key;
    this.queue = queue;
    this.most = most;
  }

  /** Whether it is time for a look: others may stand before the last one, or they run out. */
  boolean areOutdated(Ready news) {
    return news.anything()
        || (more && tasks.size() <= most / 2)
        || Optional.ofNullable(news.newcomers().get(key)).filter(this::mayBeAmongThem).isPresent();
  }

  private boolean mayBeAmongThem(Lane newcomer) {
    return !more || last.filter(known -> isBefore(known, newcomer)).isEmpty();
  }

  /** Whether a task that stands somewhere stands before a new one. */
  private static boolean isBefore(Task task, Lane newcomer) {
    int order = task.lane().compareTo(newcomer);
    boolean retried = task.progress().countedFailures() > 0; // Fresh ones come before it.
    return retried ? order < 0 : order <= 0;
  }

  /** Looks who stands first now. */
  void look(KeyDesk.Order order) {
    tasks.clear();
    order.named().forEach(this::add);
    int limit = Math.min(most, order.due());
    List<Task> found = limit > 0 ? queue.heads(key, limit + order.without().size()) : List.of();
    more = found.size() >= most;
    List<Task> due = found.stream().filter(task -> !order.without().contains(task.id())).toList();
    due.forEach(this::add);
    last = due.reversed().stream().findFirst();
    Optional<Task> overtaken =
        due.stream().findFirst().flatMap(first -> queue.overtaken(key, first.lane()));
    overtaken.ifPresent(this::add);
    overtaking.of(overtaken);
    tasks.keySet().removeAll(order.without());
  }

  private void add(Task task) {
    tasks.putIfAbsent(task.id(), task);
  }

  Collection<Task> all() {
    return tasks.values();
  }

  Collection<TaskId> ids() {
    return tasks.keySet();
  }

  /** Whether others may stand behind these. */
  boolean mayHaveMore() {
    return more;
  }

  /** Best first; now and then the one that has been overtaken longest, once it can go. */
  List<Task> byTurn(Predicate<TaskId> canGo) {
    Optional<Task> before =
        overtaking.next().filter(task -> tasks.containsKey(task.id()) && canGo.test(task.id()));
    return Stream.concat(before.stream(), tasks.values().stream()).distinct().toList();
  }

  /** One of them was started, or turned out to be gone. */
  void remove(TaskId task) {
    overtaking.started(task);
    tasks.remove(task);
  }
}
