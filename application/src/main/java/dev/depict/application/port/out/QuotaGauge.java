package dev.depict.application.port.out;

import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Shows how the limits of one provider stand. Reads only. Safe for concurrent use. */
public interface QuotaGauge {
  /** The limits of a key; one that is neither configured nor learned is left out. */
  List<Limit> limits(QuotaKey key);

  /**
   * How far the estimates of input tokens were off lately, as a part of what the provider counted:
   * positive when they were too high; empty when nothing was counted yet.
   */
  OptionalDouble estimateError(QuotaKey key);

  /** Whether the provider is held to be in order for this key. */
  Circuit circuit(QuotaKey key);

  /** The budget of the day, if one is set. */
  Optional<Budget> budget();

  /**
   * When the last of so many calls may be expected to be sent, if nothing else is sent meanwhile;
   * empty when nobody knows.
   */
  Optional<Instant> finishTime(QuotaKey key, long calls);

  /**
   * @param limit in force, at least 1
   * @param used of it, what is reserved included; in the last minute, or today
   * @param learned when the provider taught it; absent for a configured one
   */
  record Limit(LimitKind kind, long limit, long used, Optional<Instant> learned) {}

  /**
   * @param nextProbe when a provider that is out of order is asked again
   */
  record Circuit(State state, Optional<Instant> nextProbe) {
    public static final Circuit IN_ORDER = new Circuit(State.CLOSED, Optional.empty());

    /** As electricians say it: a closed circuit conducts. */
    public enum State {
      CLOSED,
      OPEN,
      PROBING
    }
  }

  /**
   * @param endTime when the day of the budget ends
   */
  record Budget(MicroDollars limit, MicroDollars spent, MicroDollars reserved, Instant endTime) {}
}
