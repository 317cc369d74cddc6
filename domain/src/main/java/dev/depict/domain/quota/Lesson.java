package dev.depict.domain.quota;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider taught by refusing a call: a limit, or how long to leave it alone, or both. A
 * limit holds until the Pacific day of its time ends.
 *
 * @param kind of the limit that was met
 * @param limit at least 1; absent when the provider did not name it
 * @param time when it was taught
 * @param holdUntil no call of the key may be sent before then
 */
public record Lesson(
    QuotaKey key, LimitKind kind, OptionalLong limit, Instant time, Optional<Instant> holdUntil) {

  /** Whether its limit is in force. */
  public boolean limits(Instant now) {
    return limit.isPresent() && now.isBefore(PacificDay.end(time));
  }

  /** Whether any of it is in force. */
  public boolean holds(Instant now) {
    return limits(now) || holdUntil.filter(now::isBefore).isPresent();
  }
}
