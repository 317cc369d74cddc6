package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.Cleaner.Removed;
import dev.depict.application.port.out.Cleaner.Retention;
import dev.depict.application.port.out.EventPosition;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is removed when nobody needs it any more, and what is not. */
public abstract class CleanerContract extends StoreContract {
  protected CleanerContract() {}

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Retention USUAL = new Retention(WEEK, WEEK, DAY, Optional.empty());
  private static final Retention TASKS_TOO =
      new Retention(WEEK, WEEK, DAY, Optional.of(Duration.ofDays(30)));

  private static Removed plus(Removed sum, Removed more) {
    return new Removed(
        sum.tasks() + more.tasks(),
        sum.media() + more.media(),
        sum.events() + more.events(),
        sum.requests() + more.requests(),
        more.more());
  }

  /** Cleans until there is nothing left to remove. */
  private Removed clean(Retention retention) {
    Removed sum = new Removed(0, 0, 0, 0, true);
    while (sum.more()) {
      sum = plus(sum, store().cleaner().clean(retention));
    }
    return sum;
  }

  private Media put(String words) {
    byte[] content = words.repeat(40_000).getBytes(StandardCharsets.UTF_8);
    Media media = new Media(MediaDigest.of(content), MediaFormat.PNG, content.length, 10, 10);
    store().media().put(media, content);
    return media;
  }

  private boolean stored(Media media) {
    boolean known = store().media().info(media.digest()).isPresent();
    assertThat(store().media().open(media.digest()).isPresent()).isEqualTo(known);
    return known;
  }

  @Test
  void an_empty_store_has_nothing_to_clean() {
    assertThat(clean(TASKS_TOO)).isEqualTo(new Removed(0, 0, 0, 0, false));
  }

  @Test
  void old_events_go_and_a_position_before_them_is_too_old() {
    EventPosition start = store().events().newest();
    ingest("a.png");
    clock.advance(WEEK.plusSeconds(1));
    Task second = ingest("b.png");

    assertThat(clean(USUAL).events()).isEqualTo(1);

    assertThatThrownBy(() -> store().events().read(start, 10))
        .isInstanceOf(ResumeTokenTooOld.class);
    assertThat(store().events().read(start.at(1), 10))
        .extracting(TaskEvent::taskId)
        .containsExactly(second.id());
    assertThat(store().events().newest()).isEqualTo(start.at(2));
  }

  @Test
  void events_go_on_being_numbered_after_a_cleaning_and_a_crash() {
    ingest("a.png");
    EventPosition before = store().events().newest();
    clock.advance(WEEK.plusSeconds(1));
    clean(USUAL);
    crashAndRecover();
    ingest("b.png");
    assertThat(store().events().newest()).isEqualTo(before.at(2));
  }

  @Test
  void younger_events_stay() {
    ingest("a.png");
    clock.advance(WEEK.minusSeconds(1));
    assertThat(clean(USUAL).events()).isZero();
    assertThat(events()).hasSize(1);
  }

  @Test
  void an_old_request_id_goes_and_its_task_stays() {
    Task task = ingest(newTask("a.png").withRequestId("r-1"));
    clock.advance(WEEK.plusSeconds(1));
    assertThat(clean(USUAL).requests()).isEqualTo(1);
    assertThat(now(task).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(ingestOne(newTask("b.png").withRequestId("r-1")))
        .isInstanceOf(Ingested.Created.class);
  }

  @Test
  void a_younger_request_id_stays_also_after_its_task() {
    Task task = ingest(newTask("a.png").withRequestId("r-1"));
    store().tasks().delete(task.id());
    clock.advance(WEEK.minusSeconds(1));
    assertThat(clean(USUAL).requests()).isZero();
    assertThat(ingestOne(newTask("a.png").withRequestId("r-1")))
        .isInstanceOf(Ingested.Replayed.class);
  }

  @Test
  void a_picture_that_no_task_has_needed_for_a_day_goes() {
    Media large = put("large");
    assertThat(clean(USUAL).media()).isZero();
    clock.advance(DAY.plusSeconds(1));
    assertThat(clean(USUAL).media()).isEqualTo(1);
    assertThat(stored(large)).isFalse();
  }

  @Test
  void the_day_begins_when_the_last_task_of_a_picture_is_deleted() {
    Task one = ingest("a.png");
    Task other = ingest(newTask("a.png").withPrompt("in verse"));
    store().tasks().delete(one.id());
    clock.advance(DAY.multipliedBy(2));
    store().tasks().delete(other.id());
    clean(USUAL);
    assertThat(stored(one.media())).isTrue();
    clock.advance(DAY.plusSeconds(1));
    assertThat(clean(USUAL).media()).isEqualTo(1);
    assertThat(stored(one.media())).isFalse();
  }

  @Test
  void the_day_begins_anew_when_a_picture_is_put_again() {
    Media media = put("again");
    clock.advance(DAY.minusSeconds(10));
    put("again");
    clock.advance(Duration.ofSeconds(20));
    clean(USUAL);
    assertThat(stored(media)).isTrue();
  }

  @Test
  void the_pictures_of_live_and_final_tasks_stay() {
    Task waiting = ingest("a.png");
    Task running = ingest("b.png");
    claim(running);
    Task done = ingest("c.png");
    answer(done, "a cat");
    Task failed = ingest("d.png");
    end(claim(failed), failed(FailureClass.BLOCKED));
    Media late = put("late");
    ingest(
        newTask("late")
            .withPicture("late".repeat(40_000).getBytes(StandardCharsets.UTF_8))
            .withoutContent());
    clock.advance(Duration.ofDays(365));

    assertThat(clean(USUAL).media()).isZero();

    for (Task task : List.of(waiting, running, done, failed)) {
      assertThat(stored(task.media())).isTrue();
    }
    assertThat(stored(late)).isTrue();
    store().tasks().retry(failed.id());
    assertThat(heads()).contains(failed.id());
  }

  @Test
  void a_picture_that_was_cleaned_away_can_come_again() {
    Task task = ingest("a.png");
    store().tasks().delete(task.id());
    clock.advance(DAY.plusSeconds(1));
    clean(USUAL);
    assertThat(ingestOne(newTask("a.png").withoutContent()))
        .isEqualTo(new Ingested.MediaMissing(task.media().digest()));
    assertThat(stored(ingest("a.png").media())).isTrue();
  }

  @Test
  void a_stray_call_brings_its_answer_home_after_a_cleaning() {
    Task task = ingest("a.png");
    Lease lease = claim(task);
    store().tasks().cancel(task.id());
    store().tasks().delete(task.id());
    clock.advance(DAY.plusSeconds(1));
    clean(TASKS_TOO);

    var end = answered("a cat");
    assertThat(end(lease, end)).isFalse();

    assertThat(store().answers().find(task.question())).map(Answer::id).contains(end.id());
    assertThat(store().chunks().find(end.id())).isPresent();
  }

  @Test
  void final_tasks_stay_for_ever_unless_told_otherwise() {
    Task done = ingest("a.png");
    answer(done, "a cat");
    clock.advance(Duration.ofDays(365));
    assertThat(clean(USUAL).tasks()).isZero();
    assertThat(now(done).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(store().tasks().attempts(done.id())).hasSize(1);
  }

  @Test
  void old_final_tasks_go_with_their_attempts_and_watchers_are_told() {
    Task old = ingest("a.png");
    answer(old, "a cat");
    Task failed = ingest("b.png");
    end(claim(failed), failed(FailureClass.BLOCKED));
    Task waiting = ingest("c.png");
    clock.advance(Duration.ofDays(20));
    Task young = ingest("d.png");
    answer(young, "a dog");
    clock.advance(Duration.ofDays(11));
    EventPosition before = store().events().newest();

    assertThat(clean(TASKS_TOO).tasks()).isEqualTo(2);

    assertThat(store().tasks().find(old.id())).isEmpty();
    assertThat(store().tasks().attempts(old.id())).isEmpty();
    assertThat(store().tasks().find(failed.id())).isEmpty();
    assertThat(now(waiting).status()).isEqualTo(TaskStatus.PENDING);
    assertThat(now(young).status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(store().events().read(before, 10))
        .extracting(TaskEvent::type)
        .containsExactly(EventType.DELETED, EventType.DELETED);
    assertThat(store().control().counts().tasks()).hasSize(2);
  }

  @Test
  void a_task_is_as_old_as_its_end() {
    Task task = ingest("a.png");
    clock.advance(Duration.ofDays(60));
    answer(task, "a cat");
    clock.advance(Duration.ofDays(29));
    assertThat(clean(TASKS_TOO).tasks()).isZero();
  }

  @Test
  void the_answer_of_a_task_that_was_cleaned_away_is_still_used_and_found() {
    Task old = ingest("a.png");
    answer(old, "a cat");
    clock.advance(Duration.ofDays(31));
    clean(TASKS_TOO);
    assertThat(store().chunks().search("cat", 10)).hasSize(1);
    assertThat(ingest("a.png").status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void what_was_spent_stays_in_the_books() {
    var day = PacificDay.of(clock.instant());
    answer(ingest("a.png"), "a cat");
    var before = store().usage().day(day);
    clock.advance(Duration.ofDays(31));
    clean(TASKS_TOO);
    assertThat(store().usage().day(day)).isEqualTo(before).isNotEmpty();
    assertThat(before.get(TaskFixtures.KEY))
        .isEqualTo(new DayUsage(1, 0, TaskFixtures.USAGE, TaskFixtures.COST));
  }

  @Test
  void pictures_of_cleaned_tasks_go_a_day_later() {
    Task old = ingest("a.png");
    answer(old, "a cat");
    clock.advance(Duration.ofDays(31));
    clean(TASKS_TOO);
    assertThat(stored(old.media())).isTrue();
    clock.advance(DAY.plusSeconds(1));
    assertThat(clean(TASKS_TOO).media()).isEqualTo(1);
    assertThat(stored(old.media())).isFalse();
  }

  @Test
  void a_large_heap_of_old_things_goes_piece_by_piece() {
    for (int batch = 0; batch < 5; batch++) {
      int from = batch * 1_000;
      store()
          .tasks()
          .ingest(
              IntStream.range(from, from + 1_000)
                  .mapToObj(n -> newTask("p" + n).withRequestId("r-" + n).build())
                  .toList());
    }
    List<TaskId> all =
        store().tasks().list(TaskFilter.ALL, Optional.empty(), 10_000).stream()
            .map(Task::id)
            .toList();
    store().tasks().change(TaskChange.CANCEL, all);
    clock.advance(Duration.ofDays(31));

    Removed removed = clean(TASKS_TOO);

    assertThat(removed.tasks()).isEqualTo(5_000);
    assertThat(removed.requests()).isEqualTo(5_000);
    assertThat(store().tasks().count(TaskFilter.ALL)).isZero();
    clock.advance(DAY.plusSeconds(1));
    assertThat(clean(TASKS_TOO).media()).isEqualTo(5_000);
  }
}
