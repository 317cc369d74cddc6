package dev.depict.application.port.out;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The queue as a whole. Pausing is one row, however many tasks wait, and outlives a restart. */
public interface QueueControl {
  /** Stops claims from now on; what runs goes on. Does nothing when paused already. */
  void pause();

  /** Lets claims go on. Does nothing when not paused. */
  void resume();

  /** Since when the queue is paused; empty when it is not. */
  Optional<Instant> pausedSince();

  /** How many tasks there are. A snapshot. */
  Counts counts();

  /**
   * @param tasks by status; absent for none
   * @param pending waiting tasks by lane; absent for none
   * @param backlogs what waits by quota key; absent for none
   * @param delayed waiting tasks whose delay is not over
   * @param twins waiting tasks that get another one's answer
   * @param nextRelease when the next delay is over
   * @param oldestPending when the oldest waiting task was ingested
   * @param callsAvoided tasks completed by an answer of another one
   */
  record Counts(
      Map<TaskStatus, Long> tasks,
      Map<Lane, Long> pending,
      Map<QuotaKey, Backlog> backlogs,
      long delayed,
      long twins,
      Optional<Instant> nextRelease,
      Optional<Instant> oldestPending,
      long callsAvoided) {}

  /**
   * What waits for one quota.
   *
   * @param tasks all that wait
   * @param calls the part of them that needs a call of its own
   */
  record Backlog(long tasks, long calls) {
    public static final Backlog NONE = new Backlog(0, 0);
  }
}
