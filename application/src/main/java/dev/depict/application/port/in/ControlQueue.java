package dev.depict.application.port.in;

import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Shows, pauses and resumes the queue. */
public interface ControlQueue {
  /** Stops starting tasks; what runs goes on. Outlives a restart. */
  State pause();

  /** Starts tasks again, and finds out at once whether what was out of order is well again. */
  Resumed resume();

  /** The queue as it stands. */
  State state();

  /**
   * Forgets what providers taught about their limits; they may teach it anew.
   *
   * @param key absent for all keys; one that is not known has nothing to forget
   * @return how many lessons were in force
   */
  int forgetLearnedLimits(Optional<QuotaKey> key);

  /**
   * @param probed what the next task of each key finds out
   */
  record Resumed(boolean wasPaused, List<QuotaKey> probed) {}

  /**
   * @param pausedSince absent while the queue is not paused
   * @param working whether tasks are started without being asked for
   * @param keys those that have tasks ready or were used today
   * @param finishTime when the last waiting task may be expected to be finished; empty when none
   *     waits, or nobody knows
   * @param analyzers who answers, the one for tasks that name no model first
   */
  record State(
      QueueControl.Counts counts,
      Optional<Instant> pausedSince,
      boolean working,
      List<KeyState> keys,
      Optional<Instant> finishTime,
      List<AnalyzerState> analyzers,
      List<ModelCatalogue.Warning> warnings,
      Optional<QuotaGauge.Budget> budget) {}

  /**
   * @param waits why a call of this key would have to wait now
   * @param running calls under way
   * @param pending tasks that wait for it
   * @param finishTime when the last of them may be expected to be finished; empty when none waits,
   *     or nobody knows
   * @param estimateError as in {@link QuotaGauge#estimateError}
   * @param dayEnd when the day of {@code today} ends
   */
  record KeyState(
      QuotaKey key,
      Optional<WaitReason> waits,
      List<QuotaGauge.Limit> limits,
      int running,
      long pending,
      Optional<Instant> finishTime,
      OptionalDouble estimateError,
      DayUsage today,
      Instant dayEnd) {}

  /**
   * @param model asked when a task names none
   * @param atHand whether it can answer; false for want of a key
   */
  record AnalyzerState(String provider, String model, boolean atHand, QuotaGauge.Circuit circuit) {}
}
