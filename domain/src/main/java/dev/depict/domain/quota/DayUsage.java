package dev.depict.domain.quota;

/**
 * What was used of a quota key on one day.
 *
 * @param calls sent, failed ones included
 * @param unknownCalls the part of {@code calls} whose outcome nobody saw
 * @param cost as booked, what was reserved for calls of unknown outcome included
 */
public record DayUsage(long calls, long unknownCalls, Usage usage, MicroDollars cost) {
  public static final DayUsage NONE = new DayUsage(0, 0, Usage.NONE, MicroDollars.ZERO);

  public DayUsage plus(DayUsage other) {
    return new DayUsage(
        calls + other.calls,
        unknownCalls + other.unknownCalls,
        usage.plus(other.usage),
        cost.plus(other.cost));
  }
}
