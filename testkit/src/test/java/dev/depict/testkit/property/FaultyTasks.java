package dev.depict.testkit.property;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.contract.Store;
import java.util.List;
import java.util.Optional;

/** The tasks of a store with a fault. */
record FaultyTasks(Store real, Fault fault) implements TaskRepository {
  @Override
  public List<Ingested> ingest(List<NewTask> tasks, boolean atomic) {
    return fault.ingest(real, tasks, atomic);
  }

  @Override
  public List<Changed> change(TaskChange change, List<TaskId> tasks) {
    return fault.change(real, change, tasks);
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return real.tasks().find(id);
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    return real.tasks().attempts(id);
  }

  @Override
  public List<Task> list(TaskFilter filter, Optional<TaskId> before, int limit) {
    return real.tasks().list(filter, before, limit);
  }

  @Override
  public long count(TaskFilter filter) {
    return real.tasks().count(filter);
  }
}
