package dev.depict.testkit.memory;

import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What was used, by day and key. Touched only under the lock of its {@link Database}. */
final class Books {
  private final Map<LocalDate, Map<QuotaKey, DayUsage>> days = new HashMap<>();

  Map<QuotaKey, DayUsage> day(LocalDate day) {
    return Map.copyOf(days.getOrDefault(day, Map.of()));
  }

  /** Takes back what was booked for an attempt, and books it as it is now. */
  void rebook(QuotaKey key, Attempt before, Attempt after) {
    add(key, before, -1);
    add(key, after, 1);
  }

  private void add(QuotaKey key, Attempt attempt, int times) {
    if (Attempts.booked(attempt)) {
      Instant time = attempt.sendTime().orElse(attempt.startTime());
      days.computeIfAbsent(PacificDay.of(time), day -> new HashMap<>())
          .compute(
              key,
              (same, sum) -> {
                DayUsage total = plus(sum == null ? DayUsage.NONE : sum, attempt, times);
                return total.equals(DayUsage.NONE) ? null : total;
              });
    }
  }

  private static DayUsage plus(DayUsage sum, Attempt attempt, int times) {
    boolean unknown = attempt.state() == AttemptState.UNKNOWN;
    Usage old = sum.usage();
    Usage took = attempt.usage();
    return new DayUsage(
        sum.calls() + times,
        sum.unknownCalls() + (unknown ? times : 0),
        new Usage(
            old.promptTokens() + times * took.promptTokens(),
            old.outputTokens() + times * took.outputTokens(),
            old.thinkingTokens() + times * took.thinkingTokens(),
            old.cachedTokens() + times * took.cachedTokens()),
        new MicroDollars(sum.cost().value() + times * attempt.cost().value()));
  }
}
