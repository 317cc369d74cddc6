package dev.depict.application.port.out;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What may have changed among the tasks that are ready. Who knows the first tasks of a key need not
 * look again for newcomers behind them.
 *
 * @param anything whether tasks may stand anywhere that did not stand there before
 * @param newcomers the keys that got new tasks, each of them behind all others of its lane
 */
public record Ready(boolean anything, Map<QuotaKey, Newcomers> newcomers) {
  /** No change. */
  public static final Ready NOTHING = new Ready(false, Map.of());

  /** Every change. */
  public static final Ready ANYTHING = new Ready(true, Map.of());

  /** More are not told one by one: whoever wants to know them looks. */
  private static final int FEW = 8;

  /**
   * The new tasks of a key.
   *
   * @param lane the most urgent one that got a task
   * @param tasks all of them in the order in which they came; none when they are many
   */
  public record Newcomers(Lane lane, List<Task> tasks) {
    public Newcomers {
      tasks = List.copyOf(tasks);
    }

    private Newcomers and(Newcomers later) {
      boolean few = told() && later.told() && tasks.size() + later.tasks.size() <= FEW;
      return new Newcomers(
          lane.mostUrgent(later.lane),
          few ? Stream.concat(tasks.stream(), later.tasks.stream()).toList() : List.of());
    }

    /** Whether these stand for the others, too. */
    private boolean covers(Newcomers later) {
      return !told() && lane.mostUrgent(later.lane) == lane;
    }

    /** Whether they are told one by one. */
    private boolean told() {
      return !tasks.isEmpty();
    }
  }

  public Ready {
    newcomers = Map.copyOf(newcomers);
  }

  /** One new task. */
  public static Ready newcomer(Task task) {
    return new Ready(
        false, Map.of(task.estimate().key(), new Newcomers(task.lane(), List.of(task))));
  }

  /** Both changes, one after the other. */
  public Ready and(Ready other) {
    if (anything || other.isNothing() || covers(other)) {
      return this;
    }
    if (other.anything || isNothing()) {
      return other;
    }
    var both = new HashMap<>(newcomers);
    other.newcomers.forEach((key, later) -> both.merge(key, later, Newcomers::and));
    return new Ready(false, both);
  }

  private boolean covers(Ready other) {
    return !other.anything
        && other.newcomers.entrySet().stream()
            .allMatch(later ->
                newcomers.containsKey(later.getKey())
                    && newcomers.get(later.getKey()).covers(later.getValue()));
  }

  public boolean isNothing() {
    return !anything && newcomers.isEmpty();
  }
}
