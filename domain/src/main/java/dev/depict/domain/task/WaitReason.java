package dev.depict.domain.task;

import java.time.Instant;
import java.util.Optional;

/**
 * What a waiting task waits for.
 *
 * @param until when the wait is expected to end; absent when nobody knows
 */
public record WaitReason(Kind kind, Optional<Instant> until) {
  /** The reasons, in the order in which they are named when several hold. */
  public enum Kind {
    /** An attempt failed; the next one follows after a delay. */
    RETRY,
    /** Another task asks the same; this one gets its answer. */
    DUPLICATE,
    /** An operator paused the queue. */
    PAUSED,
    /** No analyzer is there for the provider, for want of a key. */
    NO_ANALYZER,
    /** The provider refuses the credential. */
    CREDENTIAL,
    /** The provider does not know the model any more. */
    MODEL,
    /** The provider is out of order. */
    PROVIDER_DOWN,
    /** The day's budget is spent. */
    BUDGET,
    /** The provider's requests of the day are spent. */
    QUOTA_DAY,
    /** The provider's limit per minute is met. */
    QUOTA,
    /** Earlier or more urgent tasks go first. */
    BACKLOG
  }
}
