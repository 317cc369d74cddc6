package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What holds between the attempts and the books of every history. */
final class Balance {
  private static final int ALL = 100_000;

  private Balance() {}

  /**
   * The books of each day are the sum of its attempts, to the call, the token and the micro-dollar.
   * What belongs to deleted tasks stays in the books alone, so then they cannot be compared.
   */
  static void assertEven(Store store) {
    List<TaskEvent> events = EventHistory.readAll(store.events());
    if (!EventHistory.isWhole(store.events())
        || events.stream().anyMatch(event -> event.type() == EventType.DELETED)) {
      return;
    }
    Map<LocalDate, Map<QuotaKey, DayUsage>> expected = new HashMap<>();
    Set<LocalDate> days = new TreeSet<>();
    events.forEach(event -> days.add(PacificDay.of(event.time())));
    for (Task task : store.tasks().list(TaskFilter.ALL, Optional.empty(), ALL)) {
      for (Attempt attempt : store.tasks().attempts(task.id())) {
        days.add(day(attempt));
        if (attempt.sendTime().isPresent() || attempt.state() == AttemptState.UNKNOWN) {
          expected
              .computeIfAbsent(day(attempt), day -> new HashMap<>())
              .merge(task.estimate().key(), usage(attempt), DayUsage::plus);
        }
      }
    }
    for (LocalDate day : days) {
      assertThat(store.usage().day(day))
          .as("the books of %s", day)
          .isEqualTo(expected.getOrDefault(day, Map.of()));
    }
  }

  private static LocalDate day(Attempt attempt) {
    Instant time = attempt.sendTime().orElse(attempt.startTime());
    return PacificDay.of(time);
  }

  private static DayUsage usage(Attempt attempt) {
    boolean unknown = attempt.state() == AttemptState.UNKNOWN;
    return new DayUsage(1, unknown ? 1 : 0, attempt.usage(), attempt.cost());
  }
}
