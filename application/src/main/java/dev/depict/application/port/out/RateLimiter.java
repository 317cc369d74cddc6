package dev.depict.application.port.out;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import java.util.List;
import java.util.Optional;

/**
 * Gives the permissions to send to one provider: whether its limits, the budget, the credential,
 * the model and the provider's health allow it. Holds no lock while anybody waits: it never blocks,
 * but says when to come back. It knows what earlier processes sent. Safe for concurrent use.
 */
public interface RateLimiter {
  /**
   * Takes the permission to send one request for the task now, if everything allows it.
   *
   * @param waiting how many calls wait that are as urgent as this one, this one included; when they
   *     are more than what is free, they are spread evenly over the minute
   */
  Permit acquire(Task task, int waiting);

  /** The request has just been sent. From here on its minute runs. */
  void sent(Grant grant);

  /** Gives back a permission that was not used: nothing was sent. */
  void giveBack(Grant grant);

  /**
   * Books what the request really took, and learns from what the provider said. Called once for
   * each grant that was sent, before the attempt is ended.
   */
  void settle(Grant grant, Outcome outcome);

  /** Why a request of this key would have to wait now; empty when it could be sent. */
  Optional<WaitReason> state(QuotaKey key);

  /**
   * Lets the next task find out at once whether what is held to be out of order is well again: a
   * refused credential, a missing model, a provider that is down.
   *
   * @return the keys concerned
   */
  List<QuotaKey> probe();

  /**
   * Forgets what the provider taught about its limits, of one key or of all, so that the configured
   * ones are in force again.
   *
   * @return how many lessons were in force
   */
  int forget(Optional<QuotaKey> key);

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
  record Grant(long number, Task task) {}
}
