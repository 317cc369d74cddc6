package dev.depict.application.port.out;

import dev.depict.domain.task.TaskEvent;
import java.util.List;

/**
 * Every committed change of every task, in order, numbered without gaps. Written by the writers of
 * tasks alone.
 */
public interface EventLog {
  /**
   * Up to {@code limit} events after the position, the oldest first; empty at the end of the log.
   * Each carries its task as it stands now, but with the status and the outcome that the event
   * names.
   *
   * @throws dev.depict.domain.error.ResumeTokenTooOld when the position is of another database,
   *     ahead of the log, or events after it are gone
   */
  List<TaskEvent> read(EventPosition after, int limit);

  /** The position of the newest event. */
  EventPosition newest();

  /**
   * Has the listener called after each commit that appended events. It must not block; it replaces
   * the one before.
   */
  void onAppend(Runnable listener);
}
