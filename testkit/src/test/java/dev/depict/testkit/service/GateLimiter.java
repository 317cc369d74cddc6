package dev.depict.testkit.service;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A limiter whose one gate is opened and shut by a test, or by what a call brings. */
final class GateLimiter implements RateLimiter {
  private Optional<WaitReason> shut = Optional.empty();
  private int permits = Integer.MAX_VALUE;
  private Function<Outcome, Optional<WaitReason>> onOutcome = _ -> Optional.empty();
  private Runnable listener = () -> {};
  private long grants;
  private final List<String> log = new ArrayList<>();
  private final List<TaskId> granted = new ArrayList<>();
  private final Arrivals<TaskId> denied = new Arrivals<>();

  /** Lets so many calls through, then none for the reason. */
  synchronized void allow(int calls, WaitReason then) {
    permits = calls;
    shut = Optional.of(then);
  }

  /** Shuts the gate when a call brings something that is answered with a reason. */
  synchronized void shutAfter(Function<Outcome, Optional<WaitReason>> verdict) {
    onOutcome = verdict;
  }

  void open() {
    synchronized (this) {
      permits = Integer.MAX_VALUE;
      shut = Optional.empty();
    }
    listener.run();
  }

  /** What was called, in order: {@code granted}, {@code sent}, {@code settled}, … */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  /** The tasks that got a permission, in order. */
  synchronized List<TaskId> granted() {
    return List.copyOf(granted);
  }

  /** Waits until a task has asked in vain. */
  void awaitDenied(TaskId task) throws InterruptedException {
    denied.await(task);
  }

  @Override
  public synchronized Permit acquire(Task task, int waiting) {
    if (permits <= 0) {
      denied.add(task.id());
      return new Permit.Denied(shut.orElseThrow());
    }
    permits--;
    log.add("granted");
    granted.add(task.id());
    return new Permit.Granted(new Grant(++grants, task));
  }

  @Override
  public synchronized void sent(Grant grant) {
    log.add("sent");
  }

  @Override
  public synchronized void giveBack(Grant grant) {
    log.add("given back");
  }

  @Override
  public synchronized void settle(Grant grant, Outcome outcome) {
    log.add("settled");
    onOutcome.apply(outcome).ifPresent(reason -> allow(0, reason));
  }

  @Override
  public synchronized Optional<WaitReason> state(QuotaKey key) {
    return permits > 0 ? Optional.empty() : shut;
  }

  @Override
  public int forget(Optional<QuotaKey> key) {
    return 0;
  }

  @Override
  public List<QuotaKey> probe() {
    open();
    return List.of();
  }

  @Override
  public synchronized void onRelease(Runnable newListener) {
    listener = newListener;
  }
}
