package dev.depict.application.port.out;

import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * The tasks, as their callers see them. Each change is one transaction that also appends its
 * events; when a method returns, the change survives a crash and a loss of power. Safe for
 * concurrent use.
 */
public interface TaskRepository {
  /**
   * Stores tasks together with their pictures, all in one transaction: the results stand in the
   * order of the tasks, and an entry that is not stored does not keep the others from being stored.
   * For each entry, in this order:
   *
   * <ol>
   *   <li>a request id known for its principal (for 7 days, also after deletion) gives {@link
   *       Ingested.Replayed} or {@link Ingested.RequestIdTaken};
   *   <li>unless {@code fresh}, an answer stored for the fingerprint completes the new task at
   *       once, {@code reused};
   *   <li>a live leader of the same fingerprint makes it a twin, and gets its lane if that is more
   *       urgent;
   *   <li>otherwise it becomes a leader, ready to be claimed.
   * </ol>
   */
  List<Ingested> ingest(List<NewTask> tasks);

  /** The task as it stands. */
  Optional<Task> find(TaskId id);

  /** The attempts of a task, the first one first; empty for a twin or an unknown task. */
  List<Attempt> attempts(TaskId id);

  /**
   * Up to {@code limit} tasks that the filter means, the newest first.
   *
   * @param before only tasks ingested before this one; none to start from the newest
   */
  List<Task> list(TaskFilter filter, Optional<TaskId> before, int limit);

  /**
   * Ends a waiting or running task. When it was a leader, its first twin inherits attempts, delay
   * and the running call.
   */
  Changed cancel(TaskId id);

  /**
   * Opens a new round for a failed or cancelled task. A stored answer completes it at once, a live
   * leader of the same fingerprint makes it a twin.
   */
  Changed retry(TaskId id);

  /**
   * Removes a task that is not running, with its attempts. Its events and its request id are kept
   * as long as any.
   */
  Changed delete(TaskId id);
}
