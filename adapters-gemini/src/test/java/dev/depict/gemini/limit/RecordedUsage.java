package dev.depict.gemini.limit;

import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.quota.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What earlier processes sent, as a test tells it. */
final class RecordedUsage implements UsageBook {
  private final List<Send> sends = new ArrayList<>();
  private final Map<LocalDate, Map<QuotaKey, DayUsage>> days = new HashMap<>();

  RecordedUsage sent(Instant time, long tokens) {
    sends.add(new Send(time, tokens));
    return this;
  }

  RecordedUsage used(LocalDate day, QuotaKey key, long calls, long microDollars) {
    days.computeIfAbsent(day, _ -> new HashMap<>())
        .put(key, new DayUsage(calls, 0, Usage.NONE, new MicroDollars(microDollars)));
    return this;
  }

  @Override
  public List<Send> sends(QuotaKey key, Instant since) {
    return sends.stream().filter(send -> !send.time().isBefore(since)).toList();
  }

  @Override
  public Map<QuotaKey, DayUsage> day(LocalDate day) {
    return days.getOrDefault(day, Map.of());
  }
}
