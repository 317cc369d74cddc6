package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.LimitKind;
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
  private final Hold caution = new Hold();
  private final Hold twilight = new Hold();
  private Instant midnight = Instant.MIN;

  /** The provider refused a call. Its delay is not believed when it is the day's limit. */
  void refused(Outcome.Throttled refusal, Moment now) {
    if (refusal.failure().failureClass() != FailureClass.QUOTA_DAY) {
      holdMinute(refusal.retryDelay().orElse(MINUTE), now);
    } else if (isTwilight(now.time())) {
      twilight.atLeast(TWILIGHT_WAIT, now);
    } else {
      midnight = PacificDay.end(now.time());
    }
  }

  /** Goes on with a wait that another process was told of. */
  void restore(Lesson lesson, Moment now) {
    if (lesson.holdUntil().isEmpty()) {
      return;
    }
    Instant end = lesson.holdUntil().get();
    // What was taught in the future was taught before the clock was set back.
    Instant from = now.time().isBefore(lesson.time()) ? lesson.time() : now.time();
    Duration left = Duration.between(from, end);
    if (lesson.kind() != LimitKind.REQUESTS_PER_DAY) {
      holdMinute(left, now);
    } else if (end.equals(PacificDay.start(PacificDay.of(end)))) {
      midnight = end;
    } else {
      twilight.atLeast(left, now);
    }
  }

  void forget() {
    minute.end();
    caution.end();
    twilight.end();
    midnight = Instant.MIN;
  }

  private void holdMinute(Duration wait, Moment now) {
    minute.atLeast(wait, now);
    caution.atLeast(wait.plus(MINUTE), now);
  }

  /**
   * Whether the provider refused so lately that calls are sent one by one: it counts calls that are
   * not known here.
   */
  boolean isCautious(Moment now) {
    return caution.until(now).isPresent();
  }

  /** Whether anything is left of a refusal. */
  boolean holds(Moment now) {
    return isCautious(now) || dayUntil(now).isPresent();
  }

  /** Until when a limit of a kind holds the key up. */
  Optional<Instant> until(LimitKind kind, Moment now) {
    return kind == LimitKind.REQUESTS_PER_DAY ? dayUntil(now) : minuteUntil(now);
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
