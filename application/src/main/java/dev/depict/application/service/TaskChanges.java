package dev.depict.application.service;

import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskNotRetryable;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.function.BiFunction;

/** Changes that callers ask for: cancel and retry. */
public final class TaskChanges implements CancelTask, RetryTask {
  private final TaskRepository tasks;
  private final WaitReasons waits;

  public TaskChanges(TaskRepository tasks, WaitReasons waits) {
    this.tasks = tasks;
    this.waits = waits;
  }

  @Override
  public TaskView cancel(TaskId id) {
    return done(id, tasks.cancel(id), TaskAlreadyFinal::new);
  }

  @Override
  public TaskView retry(TaskId id) {
    return done(id, tasks.retry(id), TaskNotRetryable::new);
  }

  private TaskView done(
      TaskId id, Changed changed, BiFunction<TaskId, TaskStatus, CallerMistake> mistake) {
    return switch (changed) {
      case Changed.Done done -> waits.view(done.task());
      case Changed.Unknown() -> throw new TaskNotFound(id);
      case Changed.Refused refused -> throw mistake.apply(id, refused.status());
    };
  }
}
