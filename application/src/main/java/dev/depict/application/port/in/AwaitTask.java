package dev.depict.application.port.in;

import dev.depict.domain.task.TaskId;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits for the end of a task, without holding a thread. */
public interface AwaitTask {
  /**
   * Calls back once, with the task as it stands: when it is final, when the time is over, or at
   * once when the wait is known to be longer than that.
   *
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   */
  Waiting await(TaskId id, Duration maxWait, Consumer<TaskView> callback);

  /** A wait that is under way. */
  @FunctionalInterface
  interface Waiting {
    /** Ends the wait without a call back. Does nothing when it is over. */
    void cancel();
  }
}
