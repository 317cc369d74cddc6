package dev.depict.gemini.limit;

import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.WaitReason;
import java.time.Instant;
import java.util.Optional;

/** Foretells when the last of some calls will be sent. */
final class Forecast {
  /** Ten thousand years, more than anybody wants to know of. */
  private static final long FAR_DAYS = 3_652_425;

  private Forecast() {}

  /**
   * What is free goes now, a longer backlog at its pace; what the day does not allow goes on the
   * days after. Empty when it depends on people, or on the provider's recovery.
   */
  static Optional<Instant> finishTime(
      KeyLimits key, Day day, Optional<WaitReason> obstacle, long calls, Moment now) {
    if (obstacle.isEmpty()) {
      return Optional.of(fromNow(key, day, calls, now));
    }
    return switch (obstacle.get().kind()) {
      case QUOTA -> Optional.of(fromNow(key, day, calls, now));
      case QUOTA_DAY, BUDGET ->
          obstacle.get().until().map(begin -> fromAnotherDay(key, begin, calls, now));
      case RETRY, DUPLICATE, PAUSED, NO_ANALYZER, CREDENTIAL, MODEL, PROVIDER_DOWN, BACKLOG ->
          Optional.empty();
    };
  }

  private static Instant fromNow(KeyLimits key, Day day, long calls, Moment now) {
    long limit = key.limits().day(now.time()).orElse(Long.MAX_VALUE);
    long today = Math.max(0, limit - day.count().calls(key.key()));
    if (calls > today) {
      return fromAnotherDay(key, PacificDay.end(now.time()), calls - today, now);
    }
    long wait =
        key.gate().nanosUntilLast(key.asked().inputTokens(), calls, key.minute(now), now.nanos());
    Instant begin = key.throttle().minuteUntil(now).orElse(now.time());
    return begin.plusNanos(wait);
  }

  /** From a moment at which the window will be empty. */
  private static Instant fromAnotherDay(KeyLimits key, Instant begin, long calls, Moment now) {
    // What was learned is forgotten at midnight, so that the limits are those of then.
    long perDay = key.limits().day(begin).orElse(Long.MAX_VALUE);
    long daysBefore = Math.max(0, calls - 1) / perDay;
    Instant last =
        daysBefore == 0
            ? begin
            : PacificDay.start(PacificDay.of(begin).plusDays(Math.min(daysBefore, FAR_DAYS)));
    var later = new Moment(now.nanos(), begin);
    long wait =
        key.emptyGate()
            .nanosUntilLast(
                key.asked().inputTokens(),
                calls - daysBefore * perDay,
                key.minute(later),
                now.nanos());
    return last.plusNanos(wait);
  }
}
