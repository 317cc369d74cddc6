package dev.depict.domain.task;

import static dev.depict.domain.task.TaskStatus.CANCELLED;
import static dev.depict.domain.task.TaskStatus.COMPLETED;
import static dev.depict.domain.task.TaskStatus.FAILED;
import static dev.depict.domain.task.TaskStatus.PENDING;
import static dev.depict.domain.task.TaskStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EventTypeTest {
  private record Step(EventType type, Optional<TaskStatus> before, Optional<TaskStatus> after) {}

  /** Every arrow of the life of a task, written down apart from the code. */
  private static final Set<Step> ARROWS =
      Set.of(
          born(PENDING),
          born(COMPLETED),
          step(EventType.STARTED, PENDING, PROCESSING),
          step(EventType.RETRY_SCHEDULED, PROCESSING, PENDING),
          step(EventType.GIVEN_BACK, PROCESSING, PENDING),
          step(EventType.COMPLETED, PROCESSING, COMPLETED),
          step(EventType.COMPLETED, PENDING, COMPLETED),
          step(EventType.FAILED, PROCESSING, FAILED),
          step(EventType.FAILED, PENDING, FAILED),
          step(EventType.CANCELLED, PENDING, CANCELLED),
          step(EventType.CANCELLED, PROCESSING, CANCELLED),
          step(EventType.RETRIED, FAILED, PENDING),
          step(EventType.RETRIED, FAILED, COMPLETED),
          step(EventType.RETRIED, CANCELLED, PENDING),
          step(EventType.RETRIED, CANCELLED, COMPLETED),
          step(EventType.PROMOTED, PENDING, PENDING),
          step(EventType.PROMOTED, PENDING, PROCESSING),
          step(EventType.LANE_RAISED, PENDING, PENDING),
          gone(PENDING),
          gone(COMPLETED),
          gone(FAILED),
          gone(CANCELLED));

  private static Step born(TaskStatus after) {
    return new Step(EventType.CREATED, Optional.empty(), Optional.of(after));
  }

  private static Step step(EventType type, TaskStatus before, TaskStatus after) {
    return new Step(type, Optional.of(before), Optional.of(after));
  }

  private static Step gone(TaskStatus before) {
    return new Step(EventType.DELETED, Optional.of(before), Optional.empty());
  }

  private static List<Optional<TaskStatus>> statuses() {
    return Stream.concat(
            Stream.of(Optional.<TaskStatus>empty()),
            Arrays.stream(TaskStatus.values()).map(Optional::of))
        .toList();
  }

  /** All triples there are: 11 types, six statuses before, six after, none counted as one. */
  private static Stream<Step> everyTriple() {
    return Arrays.stream(EventType.values())
        .flatMap(type ->
            statuses().stream()
                .flatMap(
                    before -> statuses().stream().map(after -> new Step(type, before, after))));
  }

  @Test
  void exactly_the_arrows_of_the_chart_are_allowed() {
    assertThat(everyTriple()).hasSize(11 * 6 * 6);
    Set<Step> allowed =
        everyTriple()
            .filter(step -> step.type().leads(step.before(), step.after()))
            .collect(Collectors.toSet());
    assertThat(allowed).isEqualTo(ARROWS);
  }

  @Test
  void a_completed_task_can_only_be_deleted() {
    assertThat(
            everyTriple()
                .filter(step -> step.before().equals(Optional.of(COMPLETED)))
                .filter(step -> step.type().leads(step.before(), step.after())))
        .containsExactly(gone(COMPLETED));
  }

  @Test
  void a_running_task_is_never_deleted() {
    assertThat(EventType.DELETED.leads(Optional.of(PROCESSING), Optional.empty())).isFalse();
  }

  @Test
  void a_final_status_is_one_in_which_nothing_more_happens_by_itself() {
    assertThat(Arrays.stream(TaskStatus.values()).filter(TaskStatus::isFinal))
        .containsExactly(COMPLETED, FAILED, CANCELLED);
  }
}
