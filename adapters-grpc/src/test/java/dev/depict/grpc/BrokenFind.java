package dev.depict.grpc;

import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A use case whose machine is broken. */
final class BrokenFind implements FindTask {
  @Override
  public TaskView find(TaskId id) {
    throw new IllegalStateException("secret");
  }

  @Override
  public Optional<Instant> finishTime(Task task) {
    throw new IllegalStateException("secret");
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    throw new IllegalStateException("secret");
  }
}
