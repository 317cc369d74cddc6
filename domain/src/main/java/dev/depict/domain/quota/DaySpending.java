package dev.depict.domain.quota;

import java.util.Collection;

/**
 * The money of one day, all quota keys together: what is spent, and what calls under way may still
 * cost. Not safe for concurrent use.
 */
public final class DaySpending {
  private long spent;
  private long reserved;

  /**
   * @param booked what was used of the day before anything was reserved here
   */
  public DaySpending(Collection<DayUsage> booked) {
    spent = booked.stream().mapToLong(usage -> usage.cost().value()).sum();
  }

  /** Whether a call of this cost stays within the limit. */
  public boolean admits(MicroDollars cost, MicroDollars limit) {
    return spent + reserved + cost.value() <= limit.value();
  }

  /** Sets aside what a call may cost. */
  public void reserve(MicroDollars cost) {
    reserved += cost.value();
  }

  /** Gives back what was set aside for a call that is not sent, or not on this day. */
  public void release(MicroDollars reserve) {
    reserved -= reserve.value();
  }

  /** Books what a call really cost, instead of what was set aside for it. */
  public void settle(MicroDollars reserve, MicroDollars cost) {
    reserved -= reserve.value();
    spent += cost.value();
  }

  /** What was spent. */
  public MicroDollars spent() {
    return new MicroDollars(spent);
  }

  /** What is set aside for calls under way. */
  public MicroDollars reserved() {
    return new MicroDollars(reserved);
  }
}
