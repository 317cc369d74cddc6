package dev.depict.sqlite.change;

import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Dictionary;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What every thread may know of the last commit without reading.
 *
 * @param sequence of the newest event
 */
public record Snapshot(
    long sequence,
    Map<TaskStatus, Long> tasks,
    Map<Lane, Long> pending,
    Map<QuotaKey, QueueControl.Backlog> backlogs,
    long twins,
    long reused,
    Optional<Instant> pausedSince) {
  /** Whether a task waits in a lane less urgent than this one, for whatever. */
  public boolean waitsBehind(Lane lane) {
    return pending.keySet().stream().anyMatch(other -> other.compareTo(lane) > 0);
  }

  static Snapshot of(
      Counters counters, Dictionary<QuotaKey> quotas, Optional<Instant> pausedSince) {
    var tasks = new EnumMap<TaskStatus, Long>(TaskStatus.class);
    for (TaskStatus status : TaskStatus.values()) {
      if (counters.count(status) > 0) {
        tasks.put(status, counters.count(status));
      }
    }
    var pending = new EnumMap<Lane, Long>(Lane.class);
    for (Lane lane : Lane.values()) {
      if (counters.pending(lane) > 0) {
        pending.put(lane, counters.pending(lane));
      }
    }
    var backlogs = new HashMap<QuotaKey, QueueControl.Backlog>();
    counters
        .pendingByQuota()
        .forEach((quota, backlog) -> {
          if (backlog.tasks() > 0) {
            backlogs.put(
                quotas.value(quota),
                new QueueControl.Backlog(backlog.tasks(), backlog.tasks() - backlog.twins()));
          }
        });
    return new Snapshot(
        counters.sequence,
        tasks,
        pending,
        Map.copyOf(backlogs),
        counters.twins,
        counters.reused,
        pausedSince);
  }
}
