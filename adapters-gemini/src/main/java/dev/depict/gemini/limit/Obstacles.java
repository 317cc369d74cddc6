package dev.depict.gemini.limit;

import dev.depict.domain.quota.Demand;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.WaitReason;
import dev.depict.domain.task.WaitReason.Kind;
import java.time.Instant;
import java.util.Optional;

/** What keeps a call from being sent. */
final class Obstacles {
  /** 0 for none. */
  private final MicroDollars budget;

  Obstacles(MicroDollars budget) {
    this.budget = budget;
  }

  /** The first obstacle, in the order of {@link Kind}; empty when the call may be sent. */
  Optional<WaitReason> first(KeyLimits key, Day day, Estimate estimate, Demand demand, Moment now) {
    return parking(Kind.CREDENTIAL, key.credential(), now)
        .or(() -> parking(Kind.MODEL, key.model(), now))
        .or(() -> circuit(key, now))
        .or(() -> budget(day, estimate, now))
        .or(() -> day(key, day, now))
        .or(() -> minute(key, demand, now));
  }

  boolean hasBudget() {
    return budget.value() > 0;
  }

  MicroDollars budget() {
    return budget;
  }

  private static Optional<WaitReason> parking(Kind kind, Parking parking, Moment now) {
    return parking.admits(now)
        ? Optional.empty()
        : Optional.of(new WaitReason(kind, parking.nextProbe(now)));
  }

  private static Optional<WaitReason> circuit(KeyLimits key, Moment now) {
    return key.circuit().admits(now)
        ? Optional.empty()
        : Optional.of(new WaitReason(Kind.PROVIDER_DOWN, key.circuit().nextProbe(now)));
  }

  private Optional<WaitReason> budget(Day day, Estimate estimate, Moment now) {
    return !hasBudget() || day.spending().admits(estimate.cost(), budget)
        ? Optional.empty()
        : until(Kind.BUDGET, PacificDay.end(now.time()));
  }

  private static Optional<WaitReason> day(KeyLimits key, Day day, Moment now) {
    Optional<Instant> asleep = key.throttle().dayUntil(now);
    if (asleep.isPresent()) {
      return until(Kind.QUOTA_DAY, asleep.get());
    }
    long limit = key.limits().day(now.time()).orElse(Long.MAX_VALUE);
    return day.count().calls(key.key()) < limit
        ? Optional.empty()
        : until(Kind.QUOTA_DAY, PacificDay.end(now.time()));
  }

  private static Optional<WaitReason> minute(KeyLimits key, Demand demand, Moment now) {
    Demand fitting = key.throttle().isCautious(now) ? demand.inTurn() : demand;
    long wait = key.gate().nanosUntilFree(fitting, key.minute(now), now.nanos());
    Instant free = now.after(wait);
    Instant end = key.throttle().minuteUntil(now).filter(free::isBefore).orElse(free);
    return end.isAfter(now.time()) ? until(Kind.QUOTA, end) : Optional.empty();
  }

  private static Optional<WaitReason> until(Kind kind, Instant time) {
    return Optional.of(new WaitReason(kind, Optional.of(time)));
  }
}
