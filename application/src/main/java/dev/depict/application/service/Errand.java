package dev.depict.application.service;

import dev.depict.application.port.in.ProcessQueue.Fate;
import dev.depict.application.port.in.ProcessQueue.Selection;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.WaitReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Work that somebody asked for: which tasks it started, and what became of them. */
final class Errand {
  /**
   * How it ended.
   *
   * @param fates in the order in which the tasks were started
   * @param waits why fewer were started than asked for
   */
  record Result(Map<TaskId, Fate> fates, Optional<WaitReason> waits) {}

  private final Selection selection;
  private final Instant deadline;
  private final Consumer<Result> callback;
  private final Map<TaskId, Optional<Fate>> started = new LinkedHashMap<>();
  private Optional<WaitReason> waits = Optional.empty();
  private boolean closed;

  /**
   * @param deadline until when a permission may be waited for
   */
  Errand(Selection selection, Instant deadline, Consumer<Result> callback) {
    this.selection = selection;
    this.deadline = deadline;
    this.callback = callback;
  }

  Selection selection() {
    return selection;
  }

  Instant deadline() {
    return deadline;
  }

  /** How many due tasks are still to be started, whichever they are. */
  int due() {
    return switch (selection) {
      case Selection.Due(int max) -> closed ? 0 : max - started.size();
      case Selection.Named _ -> 0;
    };
  }

  /** The task that is still to be started, if one was named. */
  Optional<TaskId> named() {
    return switch (selection) {
      case Selection.Due _ -> Optional.empty();
      case Selection.Named(var task) ->
          closed || !started.isEmpty() ? Optional.empty() : Optional.of(task);
    };
  }

  boolean isClosed() {
    return closed;
  }

  /** Nothing more is started for it. */
  void close(Optional<WaitReason> why) {
    closed = true;
    waits = why;
  }

  void started(TaskId task) {
    started.put(task, Optional.empty());
    closed = due() == 0 && named().isEmpty();
  }

  /** Whether it was this errand that started the task. */
  boolean ended(TaskId task, Fate fate) {
    return started.replace(task, Optional.empty(), Optional.of(fate));
  }

  boolean isOver() {
    return closed && started.values().stream().allMatch(Optional::isPresent);
  }

  void report() {
    var fates = new LinkedHashMap<TaskId, Fate>();
    started.forEach((task, fate) -> fate.ifPresent(known -> fates.put(task, known)));
    callback.accept(new Result(fates, waits));
  }
}
