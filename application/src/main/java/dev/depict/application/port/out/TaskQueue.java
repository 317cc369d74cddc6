package dev.depict.application.port.out;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tasks, as the dispatcher works them. Each change is one transaction that also appends its
 * events; when a method returns, the change survives a crash and a loss of power. Safe for
 * concurrent use, one dispatcher per queue.
 */
public interface TaskQueue {
  /**
   * Takes over after a start: whatever an earlier process had claimed goes back to the queue,
   * uncounted, and its open attempts become UNKNOWN. Each of those tasks, and each that the process
   * was preparing when it died ({@link FlightRecorder}), is one crash nearer to being FAILED with
   * CRASH, which the third one makes it. Called once, before anything is claimed.
   */
  Recovered recover();

  /**
   * @param tasks how many were given back or failed
   * @param suspects those in two crashes of their round so far, the oldest first: they should run
   *     alone
   */
  record Recovered(int tasks, List<TaskId> suspects) {}

  /** The quota keys that have tasks ready to be claimed, in no order. */
  List<QuotaKey> readyKeys();

  /**
   * The first tasks of a key that are ready, best first: by lane, fresh before retried, oldest
   * first. Changes nothing.
   *
   * @param limit at most so many
   */
  List<Task> heads(QuotaKey key, int limit);

  /**
   * The task of a key that has waited longest among those that are ready in the lanes less urgent
   * than the given one. Changes nothing.
   */
  Optional<Task> overtaken(QuotaKey key, Lane lane);

  /**
   * Marks tasks PROCESSING and opens an attempt for each, in one transaction. Two callers never get
   * the same task. Those that are not ready any more are left out; while the queue is paused, all
   * are. The claims are in no order. Never blocks for work.
   */
  List<Claim> claim(List<TaskId> tasks);

  /**
   * Ends an attempt, and with it whatever follows for the task and its twins. The call is booked on
   * the day it was sent.
   *
   * @param expense what the attempt took; what was reserved is booked for a call of unknown
   *     outcome, until a late answer tells better
   * @return false when the lease's attempt is not the running one any more: nothing changes for the
   *     task then, but an answer is stored for its fingerprint, completes whoever waits for one
   *     with that fingerprint, and its cost is booked
   */
  boolean end(Lease lease, AttemptEnd end, Expense expense);

  /**
   * Takes back that failures were counted against their tasks, because the provider was to blame.
   * Passes over attempts that were not counted, and tasks that have ended or opened a new round
   * since.
   */
  void forgive(List<Lease> leases);

  /**
   * Makes a task ready whose delay is not over. Does nothing for one that does not wait for a
   * delay.
   */
  void hasten(TaskId task);

  /**
   * Makes ready the tasks whose delay is over.
   *
   * @return when the next delay is over; empty when no task is delayed
   */
  Optional<Instant> releaseDelayed();

  /**
   * Has the listener called after each commit that may have made a task ready, and after a resume.
   * It must not block; it replaces the one before.
   */
  void onReady(Consumer<Ready> listener);
}
