package dev.depict.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.testkit.contract.Store;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the books of each day with the calls of the model. */
final class Bookkeeping {
  void check(Store store, List<Tried> calls) {
    Map<LocalDate, Map<QuotaKey, DayUsage>> expected = new HashMap<>();
    for (Tried call : calls) {
      Map<QuotaKey, DayUsage> day = expected.computeIfAbsent(call.day(), date -> new HashMap<>());
      call.booked().ifPresent(usage -> day.merge(call.question.key(), usage, DayUsage::plus));
    }
    expected.forEach((day, usage) ->
        assertThat(store.usage().day(day)).as("the books of %s", day).isEqualTo(usage));
  }
}
