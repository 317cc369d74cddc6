package dev.depict.application.service;

import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Lets watchers follow the changes, each at its own pace. */
public final class WatchService implements WatchTasks {
  private final EventTail tail;

  public WatchService(EventTail tail) {
    this.tail = tail;
  }

  @Override
  public Watch watch(Optional<EventPosition> after, TaskFilter filter, Runnable available) {
    var watch = new FilteredWatch(tail, filter);
    watch.ending =
        tail.listen(news -> {
          if (!watch.passedOver(news)) {
            available.run();
          }
        });
    try {
      EventPosition start = after.orElseGet(tail::newest);
      watch.position.set(start);
      tail.after(
          start, 1); // Refuses a position that cannot be resumed, now and not at the first change.
      return watch;
    } catch (RuntimeException e) {
      watch.close();
      throw e;
    }
  }

  private static final class FilteredWatch implements Watch {
    private final EventTail tail;
    private final TaskFilter filter;

    /** Moved by the watcher past what it read, and by the tail past what is not for it. */
    private final AtomicReference<EventPosition> position;

    private Runnable ending = () -> {};
    private boolean caughtUp;

    FilteredWatch(EventTail tail, TaskFilter filter) {
      this.tail = tail;
      this.filter = filter;
      this.position = new AtomicReference<>(tail.newest());
    }

    /**
     * Moves on past changes that are not for this watcher, if it stands right before them. Of a
     * thousand watchers that one change could wake, most have no part in it.
     */
    boolean passedOver(List<TaskEvent> news) {
      EventPosition before = position.get();
      return before.sequence() + 1 == news.getFirst().position()
          && news.stream().noneMatch(this::isMeant)
          && position.compareAndSet(before, before.at(news.getLast().position()));
    }

    @Override
    public List<TaskEvent> next(int max) {
      EventPosition from;
      List<TaskEvent> events;
      do {
        from = position.get();
        events = tail.after(from, max);
        caughtUp = events.isEmpty();
      } while (!caughtUp && !position.compareAndSet(from, from.at(events.getLast().position())));
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
      return position.get();
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
