package dev.depict.benchmarks;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One thread reads heads and claims, many threads end. */
final class Drain {
  static final int WORKERS = 64;
  static final int BATCH = 64;

  private final TaskQueue queue;
  private final Supplier<AttemptEnd> ends;
  private final Supplier<Expense> expenses;

  private Drain(TaskQueue queue, Supplier<AttemptEnd> ends, Supplier<Expense> expenses) {
    this.queue = queue;
    this.ends = ends;
    this.expenses = expenses;
  }

  /** Answers at once whatever is asked. */
  static Drain answering(TaskQueue queue) {
    return new Drain(queue, Answers::end, Answers::expense);
  }

  /** Ends each attempt in the same way, unsent. */
  static Drain ending(TaskQueue queue, Supplier<AttemptEnd> ends) {
    return new Drain(queue, ends, () -> Expense.NOTHING);
  }

  /** Works so many tasks, or fewer when there are no more. */
  void run(int count) throws InterruptedException {
    BlockingQueue<Optional<Claim>> claims = new ArrayBlockingQueue<>(512);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      for (int i = 0; i < WORKERS; i++) {
        workers.execute(() -> work(claims));
      }
      for (int left = count; left > 0; ) {
        List<TaskId> heads =
            queue.heads(Load.KEY, Math.min(BATCH, left)).stream().map(Task::id).toList();
        if (heads.isEmpty()) {
          break;
        }
        for (Claim claim : queue.claim(heads)) {
          claims.put(Optional.of(claim));
          left--;
        }
      }
      for (int i = 0; i < WORKERS; i++) {
        claims.put(Optional.empty());
      }
    }
  }

  private void work(BlockingQueue<Optional<Claim>> claims) {
    try {
      for (var claim = claims.take(); claim.isPresent(); claim = claims.take()) {
        queue.end(claim.get().lease(), ends.get(), expenses.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
