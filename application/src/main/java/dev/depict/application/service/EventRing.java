package dev.depict.application.service;

import dev.depict.domain.task.TaskEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last events, found by their position. Relies on positions having no gaps. Not safe for
 * concurrent use.
 */
final class EventRing {
  private final @Nullable TaskEvent[] events;
  private long first;
  private long next;

  EventRing(int capacity) {
    this.events = new TaskEvent[capacity];
  }

  void clear() {
    Arrays.fill(events, null);
    first = 0;
    next = 0;
  }

  void add(TaskEvent event) {
    if (event.position() != next) {
      first = event.position();
    }
    next = event.position() + 1;
    first = Math.max(first, next - events.length);
    events[slot(event.position())] = event;
  }

  /** Whether all events after the position are here, up to the newest one added. */
  boolean reachesBackTo(long position) {
    return next > first && position >= first - 1 && position < next;
  }

  List<TaskEvent> after(long position, int limit) {
    long end = Math.min(next, position + 1 + limit);
    List<TaskEvent> found = new ArrayList<>((int) Math.max(0, end - position - 1));
    for (long at = position + 1; at < end; at++) {
      TaskEvent event = events[slot(at)];
      if (event != null) {
        found.add(event);
      }
    }
    return found;
  }

  private int slot(long position) {
    return (int) (position % events.length);
  }
}
