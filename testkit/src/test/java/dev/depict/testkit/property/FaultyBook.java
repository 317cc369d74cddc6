package dev.depict.testkit.property;

import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The books of a store with a fault. */
record FaultyBook(UsageBook real, Fault fault) implements UsageBook {
  @Override
  public List<Send> sends(QuotaKey key, Instant since) {
    return real.sends(key, since);
  }

  @Override
  public Map<QuotaKey, DayUsage> day(LocalDate day) {
    return fault.day(real.day(day));
  }
}
