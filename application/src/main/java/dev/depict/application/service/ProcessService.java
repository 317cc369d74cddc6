package dev.depict.application.service;

import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.error.TaskRunning;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Works on tasks because somebody asks for it. */
public final class ProcessService implements ProcessQueue {
  private final TaskRepository tasks;
  private final TaskQueue queue;
  private final QueueControl control;
  private final WaitReasons waits;
  private final Dispatcher dispatcher;
  private final InstantSource clock;

  public ProcessService(
      TaskRepository tasks,
      TaskQueue queue,
      QueueControl control,
      WaitReasons waits,
      Dispatcher dispatcher,
      InstantSource clock) {
    this.tasks = tasks;
    this.queue = queue;
    this.control = control;
    this.waits = waits;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  @Override
  public Processing process(Selection selection, Duration maxWait, Consumer<Report> callback) {
    if (selection instanceof Selection.Named(var id)) {
      makeReady(id);
    }
    var errand =
        new Errand(
            selection,
            clock.instant().plus(maxWait),
            result -> callback.accept(report(selection, result)));
    Runnable ending = dispatcher.run(errand);
    return ending::run;
  }

  /** Whoever names a task does not want to wait for its delay. */
  private void makeReady(TaskId id) {
    Task task = tasks.find(id).orElseThrow(() -> new TaskNotFound(id));
    if (task.status().isFinal()) {
      throw new TaskAlreadyFinal(id, task.status());
    }
    if (task.status() == TaskStatus.PROCESSING) {
      throw new TaskRunning(id);
    }
    queue.hasten(id);
  }

  private Report report(Selection selection, Errand.Result result) {
    var results = new ArrayList<Result>();
    result
        .fates()
        .forEach(
            (id, fate) -> view(id).map(view -> new Result(view, fate)).ifPresent(results::add));
    if (selection instanceof Selection.Named(var id) && results.isEmpty()) {
      view(id).map(view -> new Result(view, Fate.NOT_STARTED)).ifPresent(results::add);
    }
    long pending = control.counts().tasks().getOrDefault(TaskStatus.PENDING, 0L);
    return new Report(List.copyOf(results), result.waits(), pending);
  }

  private Optional<TaskView> view(TaskId id) {
    return tasks.find(id).map(waits::view);
  }
}
