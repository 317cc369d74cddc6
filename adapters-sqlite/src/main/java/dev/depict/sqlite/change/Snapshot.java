package dev.depict.sqlite.change;

import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.EnumMap;
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
    long twins,
    long reused,
    Optional<Instant> pausedSince) {
  static Snapshot of(Counters counters, Optional<Instant> pausedSince) {
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
    return new Snapshot(
        counters.sequence, tasks, pending, counters.twins, counters.reused, pausedSince);
  }
}
