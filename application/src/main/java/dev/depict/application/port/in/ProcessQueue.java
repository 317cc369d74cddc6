package dev.depict.application.port.in;

import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.WaitReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Works on due tasks because somebody asks for it: the way to work where tasks are not started by
 * themselves, and harmless where they are.
 */
public interface ProcessQueue {
  /**
   * Starts what is due and allowed, and calls back once, when all that was started has ended.
   *
   * @param maxWait how long to wait, all in all, for the permission to send
   * @throws dev.depict.domain.error.TaskNotFound when the named task does not exist
   * @throws dev.depict.domain.error.TaskAlreadyFinal when the named task has ended
   * @throws dev.depict.domain.error.TaskRunning when the named task is under way
   */
  Processing process(Selection selection, Duration maxWait, Consumer<Report> callback);

  /** Which tasks. */
  sealed interface Selection {
    /** The most urgent ones that are due, at most so many. */
    record Due(int max) implements Selection {}

    /** This one alone, also while it waits for a delay. */
    record Named(TaskId task) implements Selection {}
  }

  /** Work that was asked for and has not ended. */
  @FunctionalInterface
  interface Processing {
    /** Starts nothing more and does not call back. What was started goes on. */
    void cancel();
  }

  /**
   * @param results in the order in which the tasks were started
   * @param waits why fewer were started than asked for; absent when nothing else was PENDING
   * @param pending tasks that are PENDING now
   */
  record Report(List<Result> results, Optional<WaitReason> waits, long pending) {}

  /** What became of one task. */
  record Result(TaskView view, Fate fate) {}

  /** What can become of a task in one attempt. */
  enum Fate {
    COMPLETED,
    FAILED,
    RETRY_SCHEDULED,
    /** Ended uncounted; the task waits again. */
    GIVEN_BACK,
    /** Cancelled, deleted or taken over meanwhile; an answer that came is stored all the same. */
    CANCELLED,
    /** A named task that could not be started. */
    NOT_STARTED
  }
}
