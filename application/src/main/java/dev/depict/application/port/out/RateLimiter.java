package dev.depict.application.port.out;

import dev.depict.domain.answer.Usage;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import java.util.Optional;

/**
 * Gives the permissions to send. Holds no lock while anybody waits: it never blocks, but says when
 * to come back. Safe for concurrent use.
 */
public interface RateLimiter {
  /** Takes the permission to send one request now, if the limits of its key allow it. */
  Permit acquire(Estimate amount);

  /** Books what the request really took. */
  void settle(Grant grant, Usage usage);

  /** Gives back a permission that was not used: nothing was sent. */
  void giveBack(Grant grant);

  /** Learns from the provider's refusal. */
  void observe(QuotaKey key, Outcome.Throttled refusal);

  /** Why a request of this key would have to wait now; empty when it could be sent. */
  Optional<WaitReason> state(QuotaKey key);

  /**
   * Has the listener called when a permission may be had sooner than was said. Replaces the one
   * before.
   */
  void onRelease(Runnable listener);

  /** The answer to {@link #acquire}. */
  sealed interface Permit {
    record Granted(Grant grant) implements Permit {}

    record Denied(WaitReason reason) implements Permit {}
  }

  /**
   * The permission to send one request.
   *
   * @param number tells grants of one limiter apart
   */
  record Grant(long number, Estimate amount) {}
}
