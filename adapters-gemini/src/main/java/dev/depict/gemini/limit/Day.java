package dev.depict.gemini.limit;

import dev.depict.domain.quota.DayCount;
import dev.depict.domain.quota.DaySpending;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import java.time.LocalDate;
import java.util.Map;

/** What is counted on one Pacific day. Not safe for concurrent use. */
record Day(LocalDate date, DayCount count, DaySpending spending) {
  static Day of(LocalDate date, Map<QuotaKey, DayUsage> booked) {
    return new Day(date, new DayCount(booked), new DaySpending(booked.values()));
  }

  /** A call is permitted. */
  void add(Estimate estimate) {
    count.add(estimate.key());
    spending.reserve(estimate.cost());
  }

  /** A permitted call is not sent, or not on this day. */
  void remove(Estimate estimate) {
    count.remove(estimate.key());
    spending.release(estimate.cost());
  }
}
