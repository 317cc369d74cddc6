package dev.depict.application.service;

import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import java.util.List;
import java.util.Optional;

/** Lets watchers follow the changes, each at its own pace. */
public final class WatchService implements WatchTasks {
  private final EventTail tail;

  public WatchService(EventTail tail) {
    this.tail = tail;
  }

  @Override
  public Watch watch(Optional<EventPosition> after, TaskFilter filter, Runnable available) {
    Runnable ending = tail.listen(_ -> available.run());
    try {
      EventPosition start = after.orElseGet(tail::newest);
      tail.after(
          start, 1); // Refuses a position that cannot be resumed, now and not at the first change.
      return new FilteredWatch(tail, filter, start, ending);
    } catch (RuntimeException e) {
      ending.run();
      throw e;
    }
  }

  private static final class FilteredWatch implements Watch {
    private final EventTail tail;
    private final TaskFilter filter;
    private final Runnable ending;
    private EventPosition position;
    private boolean caughtUp;

    FilteredWatch(EventTail tail, TaskFilter filter, EventPosition start, Runnable ending) {
      this.tail = tail;
      this.filter = filter;
      this.position = start;
      this.ending = ending;
    }

    @Override
    public List<TaskEvent> next(int max) {
      List<TaskEvent> events = tail.after(position, max);
      caughtUp = events.isEmpty();
      if (!caughtUp) {
        position = position.at(events.getLast().position());
      }
      return events.stream().filter(this::isMeant).toList();
    }

    /**
     * A change is meant when the task was or is: whoever follows a status wants to see it leave.
     */
    private boolean isMeant(TaskEvent event) {
      // What a deleted task was cannot be told any more, and whoever watched it wants to know.
      return event.task().map(task -> filter.matches(task, event.previous())).orElse(true);
    }

    @Override
    public EventPosition position() {
      return position;
    }

    @Override
    public boolean caughtUp() {
      return caughtUp;
    }

    @Override
    public void close() {
      ending.run();
    }
  }
}
