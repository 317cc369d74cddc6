package dev.depict.application.service;

import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.DeleteTask;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskNotRetryable;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.function.BiFunction;

/** Changes that callers ask for: cancel, retry and delete. */
public final class TaskChanges implements CancelTask, RetryTask, DeleteTask {
  private final TaskRepository tasks;
  private final WaitReasons waits;

  public TaskChanges(TaskRepository tasks, WaitReasons waits) {
    this.tasks = tasks;
    this.waits = waits;
  }

  @Override
  public TaskView cancel(TaskId id) {
    return waits.view(done(id, tasks.cancel(id), TaskAlreadyFinal::new));
  }

  @Override
  public TaskView retry(TaskId id) {
    return waits.view(done(id, tasks.retry(id), TaskNotRetryable::new));
  }

  @Override
  public void delete(TaskId id) {
    done(id, tasks.delete(id), (task, _) -> new TaskRunning(task));
  }

  private static Task done(
      TaskId id, Changed changed, BiFunction<TaskId, TaskStatus, CallerMistake> mistake) {
    return switch (changed) {
      case Changed.Done(var task) -> task;
      case Changed.Unknown() -> throw new TaskNotFound(id);
      case Changed.Refused(var status) -> throw mistake.apply(id, status);
      case Changed.MediaMissing(var media) -> throw new MediaNotFound(media);
      case Changed.Full(var limit) -> throw new QueueFull(limit);
    };
  }
}
