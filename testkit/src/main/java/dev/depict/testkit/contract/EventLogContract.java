package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.unknownTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How changes are told: {@link dev.depict.application.port.out.EventLog}. */
public abstract class EventLogContract extends StoreContract {
  protected EventLogContract() {}

  private List<TaskEvent> after(EventPosition position) {
    return store().events().read(position, 100);
  }

  @Test
  void an_empty_log_begins_at_zero() {
    assertThat(store().events().newest().sequence()).isZero();
    assertThat(after(store().events().newest())).isEmpty();
  }

  @Test
  void an_event_tells_what_happened_to_whom_and_when() {
    Task task = ingest("a.png");
    EventPosition position = store().events().newest();
    clock.advance(Duration.ofSeconds(1));
    claim(task);

    TaskEvent event = after(position).getFirst();

    assertThat(event.position()).isEqualTo(2);
    assertThat(event.type()).isEqualTo(EventType.STARTED);
    assertThat(event.taskId()).isEqualTo(task.id());
    assertThat(event.previous()).contains(TaskStatus.PENDING);
    assertThat(event.status()).contains(TaskStatus.PROCESSING);
    assertThat(event.time()).isEqualTo(clock.instant());
    assertThat(event.task()).contains(now(task));
  }

  @Test
  void events_are_read_page_by_page_the_oldest_first() {
    for (int number = 0; number < 5; number++) {
      ingest("picture " + number);
    }
    EventPosition start = store().events().newest().at(0);
    assertThat(store().events().read(start, 2))
        .extracting(TaskEvent::position)
        .containsExactly(1L, 2L);
    assertThat(store().events().read(start.at(2), 2))
        .extracting(TaskEvent::position)
        .containsExactly(3L, 4L);
    assertThat(store().events().read(start.at(4), 2))
        .extracting(TaskEvent::position)
        .containsExactly(5L);
    assertThat(store().events().read(start.at(5), 2)).isEmpty();
  }

  @Test
  void an_old_event_has_the_status_and_the_outcome_that_it_names() {
    Task task = ingest("a.png");
    end(claim(task), failed(FailureClass.BLOCKED));
    store().tasks().retry(task.id());
    answer(task, "a cat");

    List<TaskEvent> events = events();

    assertThat(events)
        .extracting(event -> event.task().orElseThrow().status())
        .containsExactly(
            TaskStatus.PENDING,
            TaskStatus.PROCESSING,
            TaskStatus.FAILED,
            TaskStatus.PENDING,
            TaskStatus.PROCESSING,
            TaskStatus.COMPLETED);
    assertThat(events)
        .extracting(event -> event.task().orElseThrow().answer().isPresent())
        .containsExactly(false, false, false, false, false, true);
    assertThat(events)
        .extracting(event -> event.task().orElseThrow().failure().map(Failure::failureClass))
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.of(FailureClass.BLOCKED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  @Test
  void events_of_a_deleted_task_have_no_task() {
    Task task = ingest("a.png");
    store().tasks().delete(task.id());

    assertThat(events()).allSatisfy(event -> assertThat(event.task()).isEmpty());
    TaskEvent last = events().getLast();
    assertThat(last.type()).isEqualTo(EventType.DELETED);
    assertThat(last.previous()).contains(TaskStatus.PENDING);
    assertThat(last.status()).isEmpty();
  }

  @Test
  void a_position_of_another_database_is_too_old() {
    ingest("a.png");
    EventPosition other = openAnother(StoreSetting.at(clock)).events().newest();
    assertThat(other.database()).isNotEqualTo(store().events().newest().database());
    assertThatThrownBy(() -> after(other)).isInstanceOf(ResumeTokenTooOld.class);
  }

  @Test
  void a_position_ahead_of_the_log_is_too_old() {
    ingest("a.png");
    assertThatThrownBy(() -> after(store().events().newest().at(2)))
        .isInstanceOf(ResumeTokenTooOld.class);
  }

  @Test
  void the_listener_is_called_after_each_change_and_finds_its_events() {
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    store().events().onAppend(() -> seen.add(-1L));
    store().events().onAppend(() -> seen.add(store().events().newest().sequence()));

    Task task = ingest("a.png");
    assertThat(seen).last().isEqualTo(1L);
    claim(task);
    assertThat(seen).last().isEqualTo(2L);
    store().tasks().cancel(task.id());
    assertThat(seen).last().isEqualTo(3L);
    store().tasks().delete(task.id());
    assertThat(seen).last().isEqualTo(4L);
    assertThat(seen).doesNotContain(-1L);
  }

  @Test
  void a_refused_change_appends_nothing() {
    Task task = ingest("a.png");
    EventPosition before = store().events().newest();
    AtomicInteger told = new AtomicInteger();
    store().events().onAppend(told::incrementAndGet);
    store().tasks().retry(task.id());
    store().tasks().cancel(unknownTask());
    assertThat(store().events().newest()).isEqualTo(before);
    assertThat(told).hasValue(0);
  }

  @Test
  void a_reader_beside_many_writers_misses_nothing() {
    Together.run(8, number -> ingest("picture " + number));
    assertThat(events())
        .extracting(TaskEvent::position)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(events()).extracting(TaskEvent::taskId).doesNotHaveDuplicates();
  }
}
