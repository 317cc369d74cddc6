package dev.depict.testkit.property;

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
import dev.depict.testkit.contract.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The queue of a store with a fault. */
record FaultyQueue(Store real, Fault fault) implements TaskQueue {
  @Override
  public Recovered recover() {
    return fault.recover(real);
  }

  @Override
  public List<Claim> claim(List<TaskId> tasks) {
    return fault.claim(real, tasks);
  }

  @Override
  public boolean end(Lease lease, AttemptEnd end, Expense expense) {
    return fault.end(real, lease, end, expense);
  }

  @Override
  public List<QuotaKey> readyKeys() {
    return real.queue().readyKeys();
  }

  @Override
  public List<Task> heads(QuotaKey key, int limit) {
    return real.queue().heads(key, limit);
  }

  @Override
  public Optional<Task> overtaken(QuotaKey key, Lane lane) {
    return real.queue().overtaken(key, lane);
  }

  @Override
  public void forgive(List<Lease> leases) {
    real.queue().forgive(leases);
  }

  @Override
  public void hasten(TaskId task) {
    real.queue().hasten(task);
  }

  @Override
  public Optional<Instant> releaseDelayed() {
    return real.queue().releaseDelayed();
  }

  @Override
  public void onReady(Consumer<Ready> listener) {
    real.queue().onReady(listener);
  }
}
