package dev.depict.application.service;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.task.Lease;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Writes the ends of attempts. An answer that was paid for is worth trying for as long as this
 * process lives, whatever ails the disk.
 */
final class Finisher {
  private static final System.Logger LOG = System.getLogger(Finisher.class.getName());
  private static final Duration FIRST_REPEAT = Duration.ofSeconds(1);
  private static final Duration LONGEST_REPEAT = Duration.ofSeconds(30);

  private final TaskQueue queue;
  private volatile boolean stopped;

  Finisher(TaskQueue queue) {
    this.queue = queue;
  }

  /** The store is about to close: what cannot be written now is not tried again. */
  void stop() {
    stopped = true;
  }

  /** Whether the end was the end of the task's running attempt. */
  boolean end(Lease lease, AttemptEnd end, Expense expense) {
    Duration pause = FIRST_REPEAT;
    while (true) {
      try {
        return queue.end(lease, end, expense);
      } catch (RuntimeException e) {
        if (stopped) {
          return false; // Nobody waits for this end any more.
        }
        LOG.log(
            Level.ERROR,
            () ->
                "the end of task "
                    + lease.task()
                    + " cannot be stored; it is tried again until it can",
            e);
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_REPEAT) < 0 ? twice : LONGEST_REPEAT;
    }
  }
}
