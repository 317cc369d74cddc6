package dev.depict.application.service;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.answer.Usage;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The attempts under way: each asks once and writes its end, on a thread of its own. */
final class Attempts {
  private static final System.Logger LOG = System.getLogger(Attempts.class.getName());
  private static final Duration FIRST_REPEAT = Duration.ofSeconds(1);
  private static final Duration LONGEST_REPEAT = Duration.ofSeconds(30);

  private final TaskQueue queue;
  private final RateLimiter limiter;
  private final Endings endings;
  private final Executor calls;
  private final Set<Lease> running = ConcurrentHashMap.newKeySet();
  private volatile boolean givenBack;

  Attempts(TaskQueue queue, RateLimiter limiter, Endings endings, Executor calls) {
    this.queue = queue;
    this.limiter = limiter;
    this.endings = endings;
    this.calls = calls;
  }

  int running() {
    return running.size();
  }

  /** Asks the analyzer about a claimed task, then writes the end. */
  void begin(
      Claim claim,
      Task task,
      Preparation.Prepared prepared,
      ImageAnalyzer analyzer,
      RateLimiter.Grant grant,
      Runnable onEnd) {
    run(
        claim,
        () -> {
          Outcome outcome = ask(task, prepared, analyzer);
          book(outcome, grant, task);
          return endings.of(outcome, claim.countedFailures());
        },
        onEnd);
  }

  /** Fails a claimed task whose picture cannot be read; nothing is asked. */
  void reject(Claim claim, Failure failure, Runnable onEnd) {
    run(claim, () -> new AttemptEnd.Failed(failure, true), onEnd);
  }

  /**
   * Gives back, uncounted, whatever still runs. Its answers are kept all the same if they come in
   * time.
   */
  void giveBackAll() {
    givenBack = true;
    for (Lease lease : running) {
      try {
        queue.end(lease, new AttemptEnd.GivenBack(Optional.empty(), Optional.empty()));
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "task {0} goes back with the next start: {1}",
            lease.task(),
            e.getMessage());
      }
    }
  }

  private void run(Claim claim, Supplier<AttemptEnd> attempt, Runnable onEnd) {
    running.add(claim.lease());
    calls.execute(() -> {
      try {
        end(claim.lease(), attempt.get());
      } finally {
        running.remove(claim.lease());
        onEnd.run();
      }
    });
  }

  private static Outcome ask(Task task, Preparation.Prepared prepared, ImageAnalyzer analyzer) {
    try {
      return analyzer.analyze(prepared.image(), task.question(), task.estimate().key().model());
    } catch (RuntimeException | Error e) {
      LOG.log(
          Level.ERROR,
          () -> "the analyzer " + analyzer.provider() + " broke on task " + task.id(),
          e);
      return new Outcome.Refused(
          new Failure(FailureClass.BAD_ANSWER, "DEFECT", "the analyzer broke: " + e));
    }
  }

  private void book(Outcome outcome, RateLimiter.Grant grant, Task task) {
    switch (outcome) {
      case Outcome.Answered answered -> limiter.settle(grant, answered.provenance().usage());
      case Outcome.Throttled throttled -> {
        limiter.settle(grant, Usage.NONE);
        limiter.observe(task.estimate().key(), throttled);
      }
      case Outcome.Refused _, Outcome.Unavailable _ -> limiter.settle(grant, Usage.NONE);
    }
  }

  /**
   * An answer that was paid for is worth trying for as long as this process lives, whatever ails
   * the disk.
   */
  private void end(Lease lease, AttemptEnd end) {
    Duration pause = FIRST_REPEAT;
    while (true) {
      try {
        queue.end(lease, end);
        return;
      } catch (RuntimeException e) {
        if (givenBack) {
          return; // The store closes, and nobody waits for this end any more.
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
        return;
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_REPEAT) < 0 ? twice : LONGEST_REPEAT;
    }
  }
}
