package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds for the events of every history. */
final class EventHistory {
  private static final int PAGE = 100;

  private EventHistory() {}

  /** All events of a log that are still there. */
  static List<TaskEvent> readAll(EventLog log) {
    List<TaskEvent> all = new ArrayList<>();
    EventPosition position = beginning(log);
    for (List<TaskEvent> page = log.read(position, PAGE);
        !page.isEmpty();
        page = log.read(position, PAGE)) {
      all.addAll(page);
      position = position.at(page.getLast().position());
    }
    return all;
  }

  /** The position before the oldest event that is still there, found by halving. */
  private static EventPosition beginning(EventLog log) {
    EventPosition newest = log.newest();
    long gone = -1;
    long kept = newest.sequence();
    while (kept - gone > 1) {
      long middle = (gone + kept) / 2;
      if (isKept(log, newest.at(middle))) {
        kept = middle;
      } else {
        gone = middle;
      }
    }
    return newest.at(kept);
  }

  private static boolean isKept(EventLog log, EventPosition position) {
    try {
      log.read(position, 1);
      return true;
    } catch (ResumeTokenTooOld _) {
      return false;
    }
  }

  /** Whether all events since the beginning are still there. */
  static boolean isWhole(EventLog log) {
    return beginning(log).sequence() == 0;
  }

  /**
   * Events are numbered without gaps; each leads as its type says, from where the event before left
   * its task; the last one leaves each task as it stands.
   */
  static void assertSound(Store store) {
    List<TaskEvent> events = readAll(store.events());
    Map<TaskId, TaskStatus> stands = new HashMap<>();
    long position = beginning(store.events()).sequence();
    boolean whole = position == 0;
    for (TaskEvent event : events) {
      assertThat(event.position()).isEqualTo(++position);
      assertThat(event.previous())
          .as("status before %s", event)
          .isEqualTo(
              stands.containsKey(event.taskId()) || whole
                  ? Optional.ofNullable(stands.get(event.taskId()))
                  : event.previous());
      assertThat(event.type().leads(event.previous(), event.status()))
          .as("%s leads from %s to %s", event.type(), event.previous(), event.status())
          .isTrue();
      event
          .status()
          .ifPresentOrElse(
              status -> stands.put(event.taskId(), status), () -> stands.remove(event.taskId()));
    }
    assertThat(store.events().newest().sequence()).isEqualTo(position);
    stands.forEach((id, status) ->
        assertThat(store.tasks().find(id))
            .hasValueSatisfying(task -> assertThat(task.status()).isEqualTo(status)));
  }
}
