package dev.depict.testkit.service;

import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.testkit.queue.ForwardingQueue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A queue that counts how often somebody looks who stands first. */
final class CountedQueue extends ForwardingQueue {
  private final AtomicInteger looks = new AtomicInteger();

  CountedQueue(TaskQueue real) {
    super(real);
  }

  /** So far. */
  AtomicInteger looks() {
    return looks;
  }

  @Override
  public List<Task> heads(QuotaKey key, int limit) {
    looks.incrementAndGet();
    return super.heads(key, limit);
  }
}
