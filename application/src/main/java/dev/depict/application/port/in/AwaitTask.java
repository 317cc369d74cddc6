package dev.depict.application.port.in;

import dev.depict.domain.task.TaskId;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits for the end of a task, without holding a thread. */
public interface AwaitTask {
  /** When to stop waiting before the time is over. */
  enum Patience {
    /** Waits however little hope there is: somebody may act. */
    TO_THE_END,
    /**
     * Stops at once when the wait is known to be longer: the queue is paused, nobody can answer,
     * the day's quota is spent.
     */
    WHILE_HOPEFUL
  }

  /**
   * Calls back once, with the task as it stands: when it is final, deleted, or the time is over.
   *
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   */
  Waiting await(TaskId id, Duration maxWait, Patience patience, Consumer<TaskView> callback);

  /** A wait that is under way. */
  @FunctionalInterface
  interface Waiting {
    /** Ends the wait without a call back. Does nothing when it is over. */
    void cancel();
  }
}
