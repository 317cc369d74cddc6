package dev.depict.application.service;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.TaskQueue;
import java.util.List;

/** Shows, pauses and resumes the queue. */
public final class QueueControlService implements ControlQueue {
  private final QueueControl control;
  private final TaskQueue queue;
  private final Analyzers analyzers;
  private final WaitReasons waits;

  public QueueControlService(
      QueueControl control, TaskQueue queue, Analyzers analyzers, WaitReasons waits) {
    this.control = control;
    this.queue = queue;
    this.analyzers = analyzers;
    this.waits = waits;
  }

  @Override
  public State pause() {
    control.pause();
    return state();
  }

  @Override
  public State resume() {
    control.resume();
    return state();
  }

  @Override
  public State state() {
    List<KeyState> keys =
        queue.readyKeys().stream()
            .map(key -> new KeyState(key, analyzers.of(key.provider()).isPresent(), waits.of(key)))
            .toList();
    return new State(control.counts(), control.pausedSince(), keys, analyzers.states());
  }
}
