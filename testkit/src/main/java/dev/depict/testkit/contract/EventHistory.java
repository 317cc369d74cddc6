package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
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

  /** All events of a log whose beginning is still there. */
  static List<TaskEvent> readAll(EventLog log) {
    List<TaskEvent> all = new ArrayList<>();
    EventPosition position = log.newest().at(0);
    for (List<TaskEvent> page = log.read(position, PAGE);
        !page.isEmpty();
        page = log.read(position, PAGE)) {
      all.addAll(page);
      position = position.at(page.getLast().position());
    }
    return all;
  }

  /**
   * Events are numbered from 1 without gaps; each leads as its type says, from where the event
   * before left its task; the last one leaves each task as it stands.
   */
  static void assertSound(Store store) {
    List<TaskEvent> events = readAll(store.events());
    Map<TaskId, TaskStatus> stands = new HashMap<>();
    long position = 0;
    for (TaskEvent event : events) {
      assertThat(event.position()).isEqualTo(++position);
      assertThat(event.previous())
          .as("status before %s", event)
          .isEqualTo(Optional.ofNullable(stands.get(event.taskId())));
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
