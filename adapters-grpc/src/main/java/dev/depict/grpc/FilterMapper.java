package dev.depict.grpc;

import com.google.protobuf.Timestamp;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.TaskFilter;
import dev.depict.proto.v1.Filter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads which tasks are meant. */
final class FilterMapper {
  private FilterMapper() {}

  /**
   * The filter of a call that changes what it means, so that it must be given.
   *
   * @throws dev.depict.domain.error.InvalidRequest when it is missing or cannot be used
   */
  static TaskFilter required(boolean given, Filter filter) {
    var violations = new Violations();
    TaskFilter read = required(given, filter, violations);
    violations.throwIfAny();
    return read;
  }

  /** The same; notes what is wrong with it. */
  static TaskFilter required(boolean given, Filter filter, Violations violations) {
    if (!given) {
      violations.add("filter", "is missing; give one, where one without fields means every task");
    }
    return filter(filter, violations);
  }

  /** The filter; notes what is wrong with it. */
  static TaskFilter filter(Filter filter, Violations violations) {
    if (filter.getLabelsCount() > Origin.MAX_LABELS) {
      violations.add(
          "filter.labels",
          "%d of them; give at most %d".formatted(filter.getLabelsCount(), Origin.MAX_LABELS));
    }
    return new TaskFilter(
        known("filter.statuses", filter.getStatusesList(), RequestEnums::status, violations),
        known("filter.lanes", filter.getLanesList(), RequestEnums::lane, violations),
        known(
            "filter.failure_classes",
            filter.getFailureClassesList(),
            RequestEnums::failureClass,
            violations),
        Set.copyOf(filter.getLabelsList()),
        Optional.of(filter.getSourcePrefix()).filter(Predicate.not(String::isEmpty)),
        time(
            "filter.created_from_time",
            filter.hasCreatedFromTime(),
            filter.getCreatedFromTime(),
            violations),
        time(
            "filter.created_before_time",
            filter.hasCreatedBeforeTime(),
            filter.getCreatedBeforeTime(),
            violations));
  }

  private static <P extends Enum<P>, D> Set<D> known(
      String field, List<P> values, Function<P, Optional<D>> mapping, Violations violations) {
    Set<D> known = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      Optional<D> value = mapping.apply(values.get(i));
      value.ifPresent(known::add);
      if (value.isEmpty()) {
        violations.add(
            "%s[%d]".formatted(field, i),
            values.get(i) + " means no tasks; use a value that the contract names");
      }
    }
    return known;
  }

  private static Optional<Instant> time(
      String field, boolean given, Timestamp time, Violations violations) {
    if (!given) {
      return Optional.empty();
    }
    Optional<Instant> instant = Times.instant(time);
    if (instant.isEmpty()) {
      violations.add(
          field,
          "%d s and %d ns are no time between the years 1 and 9999; correct it"
              .formatted(time.getSeconds(), time.getNanos()));
    }
    return instant;
  }
}
