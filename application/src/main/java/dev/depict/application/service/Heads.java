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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first tasks of a quota key, as they were at the last look, and those told since. A backlog
 * that grows at its end costs no look. Used by the dispatcher's thread alone.
 */
final class Heads {
  private final QuotaKey key;
  private final TaskQueue queue;
  private final int most;
  private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
  private final Overtaking overtaking = new Overtaking();
  private Optional<Task> last = Optional.empty();
  private boolean more = true;

  /** Whether these are all there are. */
  private boolean complete;

  /** Those of the last look, some of which may be told as newcomers after it. */
  private Set<TaskId> seen = Set.of();

  /**
   * @param most so many at once, beside those that somebody named
   */
  Heads(QuotaKey key, TaskQueue queue, int most) {
    this.key = key;
    this.queue = queue;
    this.most = most;
  }

  /**
   * Takes the news in without a look; false when it takes one, because others may stand before the
   * last of them, or they run out.
   */
  boolean keepUp(Ready news) {
    if (news.anything() || (more && tasks.size() <= most / 2)) {
      return false;
    }
    return Optional.ofNullable(news.newcomers().get(key))
        .map(newcomers -> !mayBeAmongThem(newcomers.lane()) || joined(newcomers.tasks()))
        .orElse(true);
  }

  private boolean mayBeAmongThem(Lane newcomer) {
    return !more || last.filter(known -> isBefore(known, newcomer)).isEmpty();
  }

  /** Lets newcomers stand behind the others, if these are all there are and of the same lane. */
  private boolean joined(List<Task> newcomers) {
    boolean fit = !newcomers.isEmpty() && tasks.size() + newcomers.size() <= most;
    if (!complete || !fit || !areFreshAndOfOneLane(newcomers)) {
      return false;
    }
    newcomers.stream().filter(task -> !seen.contains(task.id())).forEach(this::add);
    return true;
  }

  private boolean areFreshAndOfOneLane(List<Task> newcomers) {
    Lane lane = newcomers.getFirst().lane();
    return Stream.concat(tasks.values().stream(), newcomers.stream())
        .allMatch(task -> task.lane() == lane && task.progress().countedFailures() == 0);
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
    complete = found.size() < limit;
    seen = found.stream().map(Task::id).collect(Collectors.toSet());
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
