package dev.depict.sqlite.read;

import dev.depict.domain.task.TaskFilter;
import dev.depict.sqlite.db.Code;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter as a statement takes it; null is no condition, sets are JSON. */
record FilterRow(
    @Nullable String statuses,
    @Nullable String lanes,
    @Nullable String failureClasses,
    @Nullable String labels,
    @Nullable String sourcePrefix,
    @Nullable Long createdFrom,
    @Nullable Long createdBefore) {
  static FilterRow of(TaskFilter filter) {
    return new FilterRow(
        codes(Codes.STATUS, filter.statuses()),
        codes(Codes.LANE, filter.lanes()),
        codes(Codes.FAILURE, filter.failureClasses()),
        filter.labels().isEmpty() ? null : Json.texts(filter.labels()),
        filter.sourcePrefix().orElse(null),
        filter.createdFrom().map(FilterRow::ceilingMillis).orElse(null),
        filter.createdBefore().map(FilterRow::ceilingMillis).orElse(null));
  }

  private static <E extends Enum<E>> @Nullable String codes(Code<E> code, Set<E> constants) {
    return constants.isEmpty()
        ? null
        : Json.numbers(constants.stream().map(constant -> (long) code.of(constant)).toList());
  }

  /** Stored times are whole milliseconds, so a limit between two of them is the later one. */
  private static Long ceilingMillis(Instant time) {
    return time.plusNanos(999_999).toEpochMilli();
  }
}
