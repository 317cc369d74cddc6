package dev.depict.application.service;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One permitted call to a provider, from its sending to its settling. */
final class ProviderCall {
  private static final System.Logger LOG = System.getLogger(ProviderCall.class.getName());

  private final Provider provider;
  private final RateLimiter.Grant grant;
  private final InstantSource clock;

  ProviderCall(Provider provider, RateLimiter.Grant grant, InstantSource clock) {
    this.provider = provider;
    this.grant = grant;
    this.clock = clock;
  }

  /** Gives the permission back: nothing is sent. */
  void drop() {
    provider.limiter().giveBack(grant);
  }

  /**
   * Sends, waits for the outcome, and settles what it took.
   *
   * @param sending told the moment of sending
   */
  Outcome make(PreparedImage image, Consumer<Instant> sending) {
    var told = new AtomicBoolean();
    Runnable sent =
        () -> {
          if (told.compareAndSet(false, true)) {
            sending.accept(clock.instant());
            provider.limiter().sent(grant);
          }
        };
    Outcome outcome = ask(image, sent);
    if (!(outcome.charge() instanceof Charge.NotSent)) {
      sent.run(); // Not every analyzer knows the moment.
    }
    try {
      provider.limiter().settle(grant, outcome);
    } catch (RuntimeException e) {
      // An answer that was paid for is not lost because the books are in disorder.
      LOG.log(Level.ERROR, () -> "the limits of " + provider.name() + " cannot be settled", e);
    }
    return outcome;
  }

  /** What all calls of this key wait for now. */
  Optional<WaitReason> held() {
    return provider.limiter().state(grant.task().estimate().key());
  }

  private Outcome ask(PreparedImage image, Runnable sent) {
    Task task = grant.task();
    try {
      return provider.analyzer().analyze(image, task.question(), call(task, sent));
    } catch (RuntimeException | Error e) {
      LOG.log(
          Level.ERROR, () -> "the analyzer " + provider.name() + " broke on task " + task.id(), e);
      return new Outcome.Refused(
          new Failure(FailureClass.BAD_ANSWER, "DEFECT", "the analyzer broke: " + e),
          Charge.UNKNOWN);
    }
  }

  /** An answer that was cut off is asked for once more, with room for twice as much. */
  private static ImageAnalyzer.Call call(Task task, Runnable sent) {
    boolean longer =
        task.failure()
            .filter(failure -> failure.failureClass() == FailureClass.TRUNCATED)
            .isPresent();
    return new ImageAnalyzer.Call(task.estimate().key().model(), longer, sent);
  }
}
