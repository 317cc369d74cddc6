package dev.depict.application.port.in;

import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import java.util.List;
import java.util.Optional;

/** Shows every change of tasks, in order, from wherever the watcher stopped. */
public interface WatchTasks {
  /**
   * @param after the last change seen; none to begin with the next one
   * @param available called, on a thread that must not be held, whenever {@link Watch#next} may
   *     have something new
   * @throws dev.depict.domain.error.ResumeTokenTooOld when the changes after the position are not
   *     kept any more
   */
  Watch watch(Optional<EventPosition> after, TaskFilter filter, Runnable available);

  /** One watcher's place in the stream of changes. Not safe for concurrent use. */
  interface Watch extends AutoCloseable {
    /**
     * The next changes, at most {@code max}; empty when there is none for now. May read the
     * database: call it on a thread that may block.
     */
    List<TaskEvent> next(int max);

    /** The last change looked at, whether or not the filter let it through. */
    EventPosition position();

    /** Whether {@link #next} has looked at everything there is. */
    boolean caughtUp();

    @Override
    void close();
  }
}
