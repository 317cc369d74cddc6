package dev.depict.application.port.out;

import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What was sent and spent, by all processes so far. Written by {@link TaskQueue} alone. */
public interface UsageBook {
  /**
   * The calls of a key that were claimed since the time, the oldest first: those that were sent,
   * those under way, and those of unknown outcome.
   */
  List<Send> sends(QuotaKey key, Instant since);

  /**
   * What was used on a day, by the key it was used of; keys without use are left out.
   *
   * @param day as in {@link dev.depict.domain.quota.PacificDay}
   */
  Map<QuotaKey, DayUsage> day(LocalDate day);

  /**
   * @param time when the call was sent, if that is known; otherwise when its process was found to
   *     have died, which cannot be earlier
   * @param inputTokens as the provider counted them, or as they were estimated while it has not
   */
  record Send(Instant time, long inputTokens) {}
}
