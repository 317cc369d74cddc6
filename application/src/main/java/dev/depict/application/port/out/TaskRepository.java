package dev.depict.application.port.out;

import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The tasks, as their callers see them. Each change is one transaction that also appends its
 * events; when a method returns, the change survives a crash and a loss of power. Safe for
 * concurrent use.
 */
public interface TaskRepository {
  /**
   * Stores tasks together with their pictures, all in one transaction. The results stand in the
   * order of the tasks. For each entry, in this order:
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
   *
   * @param atomic whether an entry that is refused keeps the others from being stored; they are
   *     {@link Ingested.Withheld} then, also those that would have been replayed
   */
  List<Ingested> ingest(List<NewTask> tasks, boolean atomic);

  /** Stores tasks, each by itself. */
  default List<Ingested> ingest(List<NewTask> tasks) {
    return ingest(tasks, false);
  }

  /**
   * Stores one task without holding the thread until that is durable. Many stages may complete one
   * after the other on one thread: what depends on them must not wait for anything. It fails with a
   * {@link StorageFailure} when nothing was stored.
   */
  default CompletionStage<Ingested> ingest(NewTask task) {
    try {
      return CompletableFuture.completedStage(ingest(List.of(task)).getFirst());
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

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

  /** How many tasks the filter means. */
  long count(TaskFilter filter);

  /**
   * Changes tasks, all in one transaction; one that is refused does not keep the others from being
   * changed. The results stand in the order of the tasks.
   */
  List<Changed> change(TaskChange change, List<TaskId> tasks);

  /** {@link TaskChange#CANCEL} for one task. */
  default Changed cancel(TaskId id) {
    return change(TaskChange.CANCEL, List.of(id)).getFirst();
  }

  /** {@link TaskChange#RETRY} for one task. */
  default Changed retry(TaskId id) {
    return change(TaskChange.RETRY, List.of(id)).getFirst();
  }

  /** {@link TaskChange#DELETE} for one task. */
  default Changed delete(TaskId id) {
    return change(TaskChange.DELETE, List.of(id)).getFirst();
  }
}
