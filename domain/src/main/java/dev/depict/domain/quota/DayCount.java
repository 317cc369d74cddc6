package dev.depict.domain.quota;

import java.util.HashMap;
import java.util.Map;

/**
 * The calls of one day by quota key: those that were booked before, and those permitted since. Not
 * safe for concurrent use.
 */
public final class DayCount {
  private final Map<QuotaKey, Long> calls = new HashMap<>();

  /**
   * @param booked what was used of the day before anything was permitted here
   */
  public DayCount(Map<QuotaKey, DayUsage> booked) {
    booked.forEach((key, usage) -> calls.put(key, usage.calls()));
  }

  /** The calls of a key. */
  public long calls(QuotaKey key) {
    return calls.getOrDefault(key, 0L);
  }

  /** A call is permitted. */
  public void add(QuotaKey key) {
    calls.merge(key, 1L, Long::sum);
  }

  /** A call that was permitted is not sent, or not on this day. */
  public void remove(QuotaKey key) {
    calls.merge(key, -1L, Long::sum);
  }
}
