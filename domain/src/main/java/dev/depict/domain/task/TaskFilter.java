package dev.depict.domain.task;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tasks are meant. All conditions hold together; an empty set or an absent value is no
 * condition.
 *
 * @param labels tasks that carry at least one of them
 * @param sourcePrefix tasks whose source begins with it
 * @param createdFrom tasks created at this instant or later
 * @param createdBefore tasks created earlier than this
 */
public record TaskFilter(
    Set<TaskStatus> statuses,
    Set<Lane> lanes,
    Set<FailureClass> failureClasses,
    Set<String> labels,
    Optional<String> sourcePrefix,
    Optional<Instant> createdFrom,
    Optional<Instant> createdBefore) {
  public static final TaskFilter ALL =
      new TaskFilter(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public TaskFilter {
    statuses = Set.copyOf(statuses);
    lanes = Set.copyOf(lanes);
    failureClasses = Set.copyOf(failureClasses);
    labels = Set.copyOf(labels);
  }

  /** The same for tasks of these statuses alone; empty when that leaves none. */
  public Optional<TaskFilter> narrowedTo(Set<TaskStatus> allowed) {
    Set<TaskStatus> rest = statuses.isEmpty() ? allowed : intersection(statuses, allowed);
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TaskFilter(
                rest, lanes, failureClasses, labels, sourcePrefix, createdFrom, createdBefore));
  }

  private static Set<TaskStatus> intersection(Set<TaskStatus> one, Set<TaskStatus> other) {
    return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the task is meant. */
  public boolean matches(Task task) {
    return matches(task, Optional.empty());
  }

  /** Whether the task is meant, or was with the status it had before. */
  public boolean matches(Task task, Optional<TaskStatus> before) {
    Instant created = task.progress().createTime();
    return (statuses.isEmpty()
            || statuses.contains(task.status())
            || before.filter(statuses::contains).isPresent())
        && (lanes.isEmpty() || lanes.contains(task.lane()))
        && (failureClasses.isEmpty()
            || task.failure()
                .map(Failure::failureClass)
                .filter(failureClasses::contains)
                .isPresent())
        && (labels.isEmpty() || !Collections.disjoint(task.origin().labels(), labels))
        && sourcePrefix.map(task.origin().source()::startsWith).orElse(true)
        && createdFrom.map(from -> !created.isBefore(from)).orElse(true)
        && createdBefore.map(created::isBefore).orElse(true);
  }
}
