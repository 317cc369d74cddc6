package dev.depict.grpc;

import dev.depict.application.service.Workload;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskId;

/** Work that is done elsewhere, and nothing of it is seen. */
final class OtherHands implements Workload {
  @Override
  public boolean working() {
    return true;
  }

  @Override
  public int running(QuotaKey key) {
    return 0;
  }

  @Override
  public Runnable want(TaskId task) {
    return () -> {};
  }
}
