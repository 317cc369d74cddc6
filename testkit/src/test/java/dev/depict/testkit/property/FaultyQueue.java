package dev.depict.testkit.property;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.contract.Store;
import dev.depict.testkit.queue.ForwardingQueue;
import java.util.List;

/** The queue of a store with a fault. */
final class FaultyQueue extends ForwardingQueue {
  private final Store real;
  private final Fault fault;

  FaultyQueue(Store real, Fault fault) {
    super(real.queue());
    this.real = real;
    this.fault = fault;
  }

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
}
