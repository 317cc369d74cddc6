package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.in.WatchTasks.Watch;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WatchServiceTest {
  private static void ignore() {}

  private static TaskFilter of(Set<TaskStatus> statuses, Set<Lane> lanes) {
    return new TaskFilter(
        statuses, lanes, Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Takes events until so many have come, waiting for the watch to say that there are more. */
  private static List<TaskEvent> take(Watch watch, Semaphore available, int count)
      throws InterruptedException {
    List<TaskEvent> taken = new ArrayList<>();
    while (taken.size() < count) {
      taken.addAll(watch.next(7));
      if (taken.size() < count && watch.caughtUp()) {
        assertThat(available.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      }
    }
    return taken;
  }

  @Test
  void a_watcher_sees_every_change_from_now_on_in_order() throws InterruptedException {
    try (var shop = new Workshop(2)) {
      shop.ingest("before");
      var available = new Semaphore(0);
      try (Watch watch = shop.watch.watch(Optional.empty(), TaskFilter.ALL, available::release)) {
        TaskId id = shop.ingest("a");
        shop.changes.cancel(id);

        List<TaskEvent> events = take(watch, available, 2);

        assertThat(events)
            .extracting(TaskEvent::type)
            .containsExactly(EventType.CREATED, EventType.CANCELLED);
        assertThat(events).allMatch(event -> event.taskId().equals(id));
      }
    }
  }

  @Test
  void a_watcher_is_woken_by_what_is_for_it_and_moves_on_past_the_rest()
      throws InterruptedException {
    try (var shop = new Workshop(2)) {
      TaskFilter bulk = of(Set.of(), Set.of(Lane.BULK));
      var woken = new Semaphore(0);
      var told = new Semaphore(0);
      try (Watch watch = shop.watch.watch(Optional.empty(), bulk, woken::release)) {
        var _ = shop.tail.listen(news -> told.release(news.size())); // After the watch.
        IntStream.range(0, 10).forEach(i -> shop.ingest("normal " + i));
        assertThat(told.tryAcquire(10, 20, TimeUnit.SECONDS)).isTrue();

        assertThat(woken.availablePermits()).isZero();
        assertThat(watch.position()).isEqualTo(shop.store.events().newest());

        TaskId id = shop.ingest("bulk", Lane.BULK);
        assertThat(woken.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        assertThat(take(watch, woken, 1))
            .singleElement()
            .satisfies(event -> assertThat(event.taskId()).isEqualTo(id));
      }
    }
  }

  @Test
  void a_watcher_that_resumes_anywhere_misses_nothing_and_sees_nothing_twice()
      throws InterruptedException {
    try (var shop = new Workshop(2)) {
      EventPosition start = shop.store.events().newest();
      IntStream.range(0, 40).forEach(i -> shop.changes.cancel(shop.ingest("t" + i)));

      List<Long> positions = new ArrayList<>();
      EventPosition resume = start;
      for (int size = 1; positions.size() < 80; size = size % 5 + 1) {
        var available = new Semaphore(0);
        try (Watch watch =
            shop.watch.watch(Optional.of(resume), TaskFilter.ALL, available::release)) {
          watch.next(size).forEach(event -> positions.add(event.position()));
          resume = watch.position();
        }
      }

      assertThat(positions)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(start.sequence() + 1, start.sequence() + 80).boxed().toList());
    }
  }

  @Test
  void a_filter_lets_through_what_it_means_and_the_position_moves_on_all_the_same()
      throws InterruptedException {
    try (var shop = new Workshop(2)) {
      TaskFilter filter = of(Set.of(TaskStatus.CANCELLED), Set.of(Lane.BULK));
      EventPosition start = shop.store.events().newest();
      shop.changes.cancel(shop.ingest("normal", Lane.NORMAL));
      TaskId bulk = shop.ingest("bulk", Lane.BULK);
      shop.changes.cancel(bulk);
      var available = new Semaphore(0);
      try (Watch watch = shop.watch.watch(Optional.of(start), filter, available::release)) {
        List<TaskEvent> events = take(watch, available, 1);

        assertThat(events).extracting(TaskEvent::taskId).containsExactly(bulk);
        assertThat(events).extracting(TaskEvent::type).containsExactly(EventType.CANCELLED);
        assertThat(watch.position()).isEqualTo(shop.store.events().newest());
        assertThat(watch.next(100)).isEmpty();
        assertThat(watch.caughtUp()).isTrue();
      }
    }
  }

  @Test
  void a_position_of_another_database_is_refused_at_once() {
    try (var shop = new Workshop(2)) {
      var foreign = new EventPosition(shop.store.events().newest().database() + 1, 0);

      assertThatThrownBy(() ->
              shop.watch.watch(Optional.of(foreign), TaskFilter.ALL, WatchServiceTest::ignore))
          .isInstanceOf(ResumeTokenTooOld.class);
    }
  }

  @Test
  void a_list_and_then_a_watch_from_its_position_leave_no_gap() throws InterruptedException {
    try (var shop = new Workshop(2)) {
      TaskId listed = shop.ingest("listed");
      var page = shop.listing.list(TaskFilter.ALL, Optional.empty(), 10);
      TaskId later = shop.ingest("later");

      var available = new Semaphore(0);
      try (Watch watch =
          shop.watch.watch(Optional.of(page.position()), TaskFilter.ALL, available::release)) {
        assertThat(page.tasks()).extracting(view -> view.task().id()).containsExactly(listed);
        assertThat(take(watch, available, 1)).extracting(TaskEvent::taskId).containsExactly(later);
      }
    }
  }
}
