package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.FailureClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a key waits because the provider counted too many calls. Not safe for concurrent use.
 */
final class Throttle {
  /** How long the provider's limit per minute lasts when it does not say. */
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** So close to midnight nobody knows which of the two days the provider counted. */
  private static final Duration TWILIGHT = Duration.ofMinutes(15);

  private static final Duration TWILIGHT_WAIT = Duration.ofMinutes(10);

  private final Hold minute = new Hold();
  private final Hold twilight = new Hold();
  private Instant midnight = Instant.MIN;

  /** The provider refused a call. Its delay is not believed when it is the day's limit. */
  void refused(Outcome.Throttled refusal, Moment now) {
    if (refusal.failure().failureClass() != FailureClass.QUOTA_DAY) {
      minute.atLeast(refusal.retryDelay().orElse(MINUTE), now);
    } else if (isTwilight(now.time())) {
      twilight.atLeast(TWILIGHT_WAIT, now);
    } else {
      midnight = PacificDay.end(now.time());
    }
  }

  /** Until when the limit per minute holds the key up. */
  Optional<Instant> minuteUntil(Moment now) {
    return minute.until(now);
  }

  /** Until when the limit per day holds the key up. */
  Optional<Instant> dayUntil(Moment now) {
    return now.time().isBefore(midnight) ? Optional.of(midnight) : twilight.until(now);
  }

  private static boolean isTwilight(Instant time) {
    Instant start = PacificDay.start(PacificDay.of(time));
    return time.isBefore(start.plus(TWILIGHT))
        || !time.isBefore(PacificDay.end(time).minus(TWILIGHT));
  }
}
