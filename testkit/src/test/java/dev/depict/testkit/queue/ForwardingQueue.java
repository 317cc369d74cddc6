package dev.depict.testkit.queue;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A queue that does what another one does, but for what is overridden. */
public abstract class ForwardingQueue implements TaskQueue {
  private final TaskQueue real;

  protected ForwardingQueue(TaskQueue real) {
    this.real = real;
  }

  @Override
  public List<Task> heads(QuotaKey key, int limit) {
    return real.heads(key, limit);
  }

  @Override
  public Recovered recover() {
    return real.recover();
  }

  @Override
  public List<QuotaKey> readyKeys() {
    return real.readyKeys();
  }

  @Override
  public Optional<Task> overtaken(QuotaKey key, Lane lane) {
    return real.overtaken(key, lane);
  }

  @Override
  public List<Claim> claim(List<TaskId> tasks) {
    return real.claim(tasks);
  }

  @Override
  public boolean end(Lease lease, AttemptEnd end, Expense expense) {
    return real.end(lease, end, expense);
  }

  @Override
  public void forgive(List<Lease> leases) {
    real.forgive(leases);
  }

  @Override
  public void hasten(TaskId task) {
    real.hasten(task);
  }

  @Override
  public Optional<Instant> releaseDelayed() {
    return real.releaseDelayed();
  }

  @Override
  public void onReady(Consumer<Ready> listener) {
    real.onReady(listener);
  }
}
