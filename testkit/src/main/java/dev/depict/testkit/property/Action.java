package dev.depict.testkit.property;

import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.task.Lane;
import java.util.List;

/**
 * One step of a history. Numbers that pick something count round what there is, so that every
 * history makes sense; where there is nothing to pick, nothing happens.
 */
public sealed interface Action {
  /** New tasks in one batch. */
  record Ingest(List<Ask> asks, boolean atomic) implements Action {}

  /**
   * @param question of a few
   * @param request which request id; 0 for none
   * @param supersedes picks a completed task to be asked about anew; 0 for none
   */
  record Ask(int question, Lane lane, int request, boolean fresh, int supersedes) {}

  /**
   * Claims the best tasks of a key, and one that may not be ready at all.
   *
   * @param stray picks any task; 0 for none
   */
  record Claim(int key, int count, int stray) implements Action {}

  /**
   * Ends a call, also one that was taken away or whose process has died.
   *
   * @param call picks one whose outcome is not known yet
   * @param seconds until the next attempt, where there is to be one
   */
  record End(int call, Result result, Spent spent, int seconds) implements Action {}

  /** How a call ends. */
  enum Result {
    ANSWERED,
    FAILED,
    RETRY,
    GIVEN_BACK,
    GIVEN_BACK_UNTIL
  }

  /** What is known of a call without an answer. */
  enum Spent {
    NOTHING,
    BILLED,
    UNKNOWN
  }

  /** What callers do to tasks, picked by number, all at once. */
  record Change(TaskChange change, List<Integer> tasks) implements Action {}

  /** Pauses or resumes the queue. */
  record Pause(boolean on) implements Action {}

  /**
   * The process dies and another one takes over.
   *
   * @param preparing how many of the best tasks were being prepared
   */
  record Crash(int preparing) implements Action {}

  /** Releases what is due. */
  record Release() implements Action {}

  /** Releases a task before it is due. */
  record Hasten(int task) implements Action {}

  /** Time passes. */
  record Pass(long seconds) implements Action {}

  /** The wall clock is set, on or back. */
  record Jump(int seconds) implements Action {}

  /** Housekeeping, old final tasks included or not. */
  record Clean(boolean tasks) implements Action {}
}
