package dev.depict.application.port.out;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import java.util.HashMap;
import java.util.Map;

/**
 * What may have changed among the tasks that are ready. Who knows the first tasks of a key need not
 * look again for newcomers behind them.
 *
 * @param anything whether tasks may stand anywhere that did not stand there before
 * @param newcomers the keys that got new tasks, each of them behind all others of its lane; with
 *     the most urgent lane that got one
 */
public record Ready(boolean anything, Map<QuotaKey, Lane> newcomers) {
  /** No change. */
  public static final Ready NOTHING = new Ready(false, Map.of());

  /** Every change. */
  public static final Ready ANYTHING = new Ready(true, Map.of());

  public Ready {
    newcomers = Map.copyOf(newcomers);
  }

  /** One new task. */
  public static Ready newcomer(QuotaKey key, Lane lane) {
    return new Ready(false, Map.of(key, lane));
  }

  /** Both changes, one after the other. */
  public Ready and(Ready other) {
    if (anything || other.isNothing() || equals(other)) {
      return this;
    }
    if (other.anything || isNothing()) {
      return other;
    }
    var both = new HashMap<>(newcomers);
    other.newcomers.forEach((key, lane) -> both.merge(key, lane, Lane::mostUrgent));
    return new Ready(false, both);
  }

  public boolean isNothing() {
    return equals(NOTHING);
  }
}
