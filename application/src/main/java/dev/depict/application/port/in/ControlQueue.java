package dev.depict.application.port.in;

import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows, pauses and resumes the queue. */
public interface ControlQueue {
  /** Stops starting tasks; what runs goes on. Outlives a restart. */
  State pause();

  /** Starts tasks again. */
  State resume();

  /** The queue as it stands. */
  State state();

  /**
   * @param pausedSince absent while the queue is not paused
   * @param keys what is ready, by quota key, and why it would wait
   * @param analyzers who answers, the one for tasks that name no model first
   */
  record State(
      QueueControl.Counts counts,
      Optional<Instant> pausedSince,
      List<KeyState> keys,
      List<AnalyzerState> analyzers) {}

  /**
   * @param analyzer whether somebody is there to answer
   * @param waits why a call of this key would have to wait now
   */
  record KeyState(QuotaKey key, boolean analyzer, Optional<WaitReason> waits) {}

  /**
   * @param model asked when a task names none
   * @param atHand whether it can answer; false for want of a key
   */
  record AnalyzerState(String provider, String model, boolean atHand) {}
}
