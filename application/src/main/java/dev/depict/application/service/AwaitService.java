package dev.depict.application.service;

import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.Timer;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for the end of tasks by callback: no thread is held, however many wait. */
public final class AwaitService implements AwaitTask {
  private final FindTask tasks;
  private final EventTail tail;
  private final Timer timer;
  private final InstantSource clock;
  private final Workload workload;
  private final Map<TaskId, List<Wait>> waits = new HashMap<>();
  private Runnable stopListening = () -> {};

  public AwaitService(
      FindTask tasks, EventTail tail, Timer timer, InstantSource clock, Workload workload) {
    this.tasks = tasks;
    this.tail = tail;
    this.timer = timer;
    this.clock = clock;
    this.workload = workload;
  }

  @Override
  public Waiting await(
      TaskId id, Duration maxWait, Patience patience, Consumer<TaskView> callback) {
    var wait = new Wait(id, callback, tail.newest().sequence());
    add(wait); // Before the task is read, so that its end cannot slip in between.
    try {
      TaskView view = tasks.find(id);
      wait.seen = view;
      boolean hopeless =
          patience == Patience.WHILE_HOPEFUL
              && isKnownToBeLonger(view, clock.instant().plus(maxWait));
      if (view.task().status().isFinal() || hopeless) {
        wait.finish(view);
      } else {
        if (patience == Patience.WHILE_HOPEFUL) {
          wait.whenOver(workload.want(worker(view)));
        }
        wait.whenOver(timer.after(maxWait, wait::timeIsUp)::cancel);
      }
    } catch (RuntimeException e) {
      wait.end();
      throw e;
    }
    return wait::end;
  }

  /** Whoever does the work the caller waits for. */
  private static TaskId worker(TaskView view) {
    return view.task().progress().leader().orElse(view.task().id());
  }

  /** Whether nothing can happen to the task in time, unless somebody acts. */
  private static boolean isKnownToBeLonger(TaskView view, Instant deadline) {
    return view.waits().map(reason -> isKnownToBeLonger(reason, deadline)).orElse(false);
  }

  private static boolean isKnownToBeLonger(WaitReason reason, Instant deadline) {
    boolean waitsForSomebody =
        switch (reason.kind()) {
          case PAUSED, NO_ANALYZER, CREDENTIAL, MODEL -> true;
          case RETRY, DUPLICATE, PROVIDER_DOWN, BUDGET, QUOTA_DAY, QUOTA, BACKLOG -> false;
        };
    return reason.until().map(deadline::isBefore).orElse(waitsForSomebody);
  }

  private synchronized void add(Wait wait) {
    if (waits.isEmpty()) {
      stopListening = tail.listen(this::look);
    }
    waits.computeIfAbsent(wait.id, _ -> new ArrayList<>(1)).add(wait);
  }

  private synchronized boolean remove(Wait wait) {
    List<Wait> same = waits.getOrDefault(wait.id, List.of());
    boolean removed = same.remove(wait);
    if (removed && same.isEmpty()) {
      waits.remove(wait.id);
      if (waits.isEmpty()) {
        stopListening.run();
      }
    }
    return removed;
  }

  private synchronized List<Wait> of(TaskId id) {
    return List.copyOf(waits.getOrDefault(id, List.of()));
  }

  private void look(List<TaskEvent> events) {
    for (TaskEvent event : events) {
      if (event.status().map(TaskStatus::isFinal).orElse(true)) {
        of(event.taskId()).forEach(wait -> tell(wait, event));
      }
    }
  }

  /** One call back that breaks must not cost the others theirs. */
  private static void tell(Wait wait, TaskEvent event) {
    try {
      wait.ended(event);
    } catch (RuntimeException e) {
      System.getLogger(AwaitService.class.getName())
          .log(System.Logger.Level.ERROR, "somebody who waits for a task broke", e);
    }
  }

  private final class Wait {
    private final TaskId id;
    private final Consumer<TaskView> callback;
    private final long since;
    private volatile @Nullable TaskView seen;
    private final List<Runnable> whenOver = new ArrayList<>(2);
    private boolean over;

    /**
     * @param since the last event before the task was looked at; what it and earlier ones tell is
     *     known
     */
    Wait(TaskId id, Consumer<TaskView> callback, long since) {
      this.id = id;
      this.callback = callback;
      this.since = since;
    }

    /** Has something undone at the end, or at once when that has come. */
    void whenOver(Runnable undo) {
      synchronized (this) {
        if (!over) {
          whenOver.add(undo);
          return;
        }
      }
      undo.run();
    }

    void ended(TaskEvent event) {
      if (event.position() <= since) {
        return;
      }
      event
          .task()
          .ifPresentOrElse(task -> finish(new TaskView(task, Optional.empty())), this::timeIsUp);
    }

    void timeIsUp() {
      TaskView last = seen;
      try {
        finish(tasks.find(id));
      } catch (RuntimeException e) {
        // Deleted, or not to be read: the caller gets what was seen last.
        if (last != null) {
          finish(last);
        }
      }
    }

    void finish(TaskView view) {
      if (end()) {
        callback.accept(view);
      }
    }

    boolean end() {
      boolean first = remove(this);
      List<Runnable> undo;
      synchronized (this) {
        over = true;
        undo = List.copyOf(whenOver);
        whenOver.clear();
      }
      undo.forEach(Runnable::run);
      return first;
    }
  }
}
