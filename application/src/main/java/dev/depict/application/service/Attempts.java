package dev.depict.application.service;

import dev.depict.application.port.in.ProcessQueue.Fate;
import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.ImagePreparer.Preparation;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The attempts under way: each asks once and writes its end, on a thread of its own. */
final class Attempts {
  private static final System.Logger LOG = System.getLogger(Attempts.class.getName());

  /** Hears of each attempt. */
  interface Listener {
    /** It is about to begin. */
    void started(TaskId task);

    /** It has ended; called on its thread, which must not be held. */
    void ended(TaskId task, Fate fate);
  }

  private final TaskQueue queue;
  private final Endings endings;
  private final Executor calls;
  private final Listener listener;
  private final Blame blame = new Blame();
  private final Finisher finisher;
  private final Map<Lease, Running> running = new ConcurrentHashMap<>();

  Attempts(TaskQueue queue, Endings endings, Executor calls, Listener listener) {
    this.queue = queue;
    this.endings = endings;
    this.calls = calls;
    this.listener = listener;
    this.finisher = new Finisher(queue);
  }

  /** How many are under way. */
  int running() {
    return running.size();
  }

  /** How many of this key are under way. */
  int running(QuotaKey key) {
    return (int) running.values().stream().filter(one -> one.key.equals(key)).count();
  }

  /**
   * Whether this question is being asked at this moment, if only for a task that does not wait for
   * the answer any more.
   */
  boolean asks(Question question) {
    return running.values().stream().anyMatch(one -> one.question.equals(question));
  }

  /** How many bytes of pictures are under way. */
  long bytes() {
    return running.values().stream().mapToLong(one -> one.bytes).sum();
  }

  /** Asks about a claimed task, then writes the end. */
  void begin(Claim claim, Task task, Preparation.Prepared prepared, ProviderCall call) {
    var one = new Running(task, prepared.image().content().length);
    run(
        claim.lease(),
        one,
        () -> {
          Outcome outcome = call.make(prepared.image(), time -> one.sent = Optional.of(time));
          AttemptEnd end = endings.of(task, outcome, claim.countedFailures(), call.held());
          boolean ended = finisher.end(claim.lease(), end, one.expense(outcome.charge()));
          settleBlame(one.key, claim.lease(), end, call);
          return fate(end, ended);
        });
  }

  /** Fails a claimed task whose picture cannot be read; nothing is asked. */
  void reject(Claim claim, Task task, Failure failure) {
    var end = new AttemptEnd.Failed(failure, true);
    run(
        claim.lease(),
        new Running(task, 0),
        () -> fate(end, finisher.end(claim.lease(), end, Expense.NOTHING)));
  }

  /**
   * Gives back, uncounted, whatever still runs. Its answers are kept all the same if they come in
   * time; until then what was reserved counts as spent.
   */
  void giveBackAll() {
    finisher.stop();
    running.forEach((lease, one) -> {
      var end = new AttemptEnd.GivenBack(Optional.empty(), Optional.empty());
      try {
        queue.end(lease, end, one.expense(Charge.UNKNOWN));
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "task {0} goes back with the next start: {1}",
            lease.task(),
            e.getMessage());
      }
    });
  }

  private void run(Lease lease, Running one, Supplier<Fate> attempt) {
    running.put(lease, one);
    listener.started(lease.task());
    calls.execute(() -> {
      Fate fate = Fate.GIVEN_BACK;
      try {
        fate = attempt.get();
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, () -> "the attempt of task " + lease.task() + " broke", e);
      } finally {
        running.remove(lease);
        listener.ended(lease.task(), fate);
      }
    });
  }

  /**
   * After the end is stored, so that what is forgiven was counted before; whoever comes later finds
   * the provider held to be down and forgives by itself.
   */
  private void settleBlame(QuotaKey key, Lease lease, AttemptEnd end, ProviderCall call) {
    blame.ended(key, lease, end);
    if (Endings.isDown(call.held())) {
      var leases = blame.lift(key);
      if (!leases.isEmpty()) {
        forgive(leases);
      }
    }
  }

  private void forgive(List<Lease> leases) {
    try {
      queue.forgive(leases);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "{0} failures stay counted: {1}",
          leases.size(),
          String.valueOf(e.getMessage()));
    }
  }

  private static Fate fate(AttemptEnd end, boolean ended) {
    if (!ended) {
      return Fate.CANCELLED;
    }
    return switch (end) {
      case AttemptEnd.Answered _ -> Fate.COMPLETED;
      case AttemptEnd.Failed _ -> Fate.FAILED;
      case AttemptEnd.RetryAt _ -> Fate.RETRY_SCHEDULED;
      case AttemptEnd.GivenBack _ -> Fate.GIVEN_BACK;
    };
  }

  private static final class Running {
    private final QuotaKey key;
    private final Question question;
    private final long bytes;
    private volatile Optional<Instant> sent = Optional.empty();

    Running(Task task, long bytes) {
      this.key = task.estimate().key();
      this.question = task.question();
      this.bytes = bytes;
    }

    Expense expense(Charge charge) {
      return sent.map(time -> Expense.of(time, charge)).orElse(Expense.NOTHING);
    }
  }
}
