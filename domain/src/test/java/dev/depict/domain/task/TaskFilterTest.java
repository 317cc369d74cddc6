package dev.depict.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TaskFilterTest {
  private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");

  private static Task task() {
    MediaDigest digest = MediaDigest.of(new byte[] {1});
    return new Task(
        new TaskId(new UUID(1, 2)),
        new Origin("local", "albums/sea.png", List.of("sea", "blue"), Optional.empty()),
        new Media(digest, MediaFormat.PNG, 1, 1, 1),
        new Question(
            digest, "", "", "offline", Optional.empty(), "en", MediaResolution.HIGH, "p", 1, 1),
        Estimate.free(new QuotaKey("offline", "", "offline")),
        Lane.BULK,
        Optional.empty(),
        Progress.created(TaskStatus.FAILED, Optional.empty(), CREATED),
        false,
        Optional.empty(),
        Optional.of(new Failure(FailureClass.BLOCKED, "SAFETY", "no")));
  }

  private static boolean matches(
      Set<TaskStatus> statuses,
      Set<Lane> lanes,
      Set<FailureClass> failureClasses,
      Set<String> labels,
      Optional<String> prefix) {
    return new TaskFilter(
            statuses, lanes, failureClasses, labels, prefix, Optional.empty(), Optional.empty())
        .matches(task());
  }

  private static boolean createdWithin(Optional<Instant> from, Optional<Instant> before) {
    return new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), from, before)
        .matches(task());
  }

  @Test
  void without_a_condition_every_task_is_meant() {
    assertThat(TaskFilter.ALL.matches(task())).isTrue();
  }

  @Test
  void each_condition_can_hold_or_not() {
    Optional<String> any = Optional.empty();
    assertThat(matches(Set.of(TaskStatus.FAILED), Set.of(), Set.of(), Set.of(), any)).isTrue();
    assertThat(matches(Set.of(TaskStatus.PENDING), Set.of(), Set.of(), Set.of(), any)).isFalse();
    assertThat(matches(Set.of(), Set.of(Lane.BULK), Set.of(), Set.of(), any)).isTrue();
    assertThat(matches(Set.of(), Set.of(Lane.NORMAL), Set.of(), Set.of(), any)).isFalse();
    assertThat(matches(Set.of(), Set.of(), Set.of(FailureClass.BLOCKED), Set.of(), any)).isTrue();
    assertThat(matches(Set.of(), Set.of(), Set.of(FailureClass.INPUT), Set.of(), any)).isFalse();
    assertThat(matches(Set.of(), Set.of(), Set.of(), Set.of("blue", "red"), any)).isTrue();
    assertThat(matches(Set.of(), Set.of(), Set.of(), Set.of("red"), any)).isFalse();
    assertThat(matches(Set.of(), Set.of(), Set.of(), Set.of(), Optional.of("albums/"))).isTrue();
    assertThat(matches(Set.of(), Set.of(), Set.of(), Set.of(), Optional.of("sea"))).isFalse();
  }

  @Test
  void all_conditions_have_to_hold_together() {
    Set<TaskStatus> failed = Set.of(TaskStatus.FAILED);
    Optional<String> albums = Optional.of("albums/");
    assertThat(matches(failed, Set.of(Lane.BULK), Set.of(), Set.of("sea"), albums)).isTrue();
    assertThat(matches(failed, Set.of(Lane.NORMAL), Set.of(), Set.of("sea"), albums)).isFalse();
  }

  @Test
  void one_of_several_statuses_is_enough() {
    assertThat(
            matches(
                Set.of(TaskStatus.PENDING, TaskStatus.FAILED),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty()))
        .isTrue();
  }

  @Test
  void the_first_instant_belongs_to_the_time_and_the_last_does_not() {
    assertThat(createdWithin(Optional.of(CREATED), Optional.empty())).isTrue();
    assertThat(createdWithin(Optional.of(CREATED.plusNanos(1)), Optional.empty())).isFalse();
    assertThat(createdWithin(Optional.empty(), Optional.of(CREATED))).isFalse();
    assertThat(createdWithin(Optional.empty(), Optional.of(CREATED.plusNanos(1)))).isTrue();
  }
}
