package dev.depict.grpc;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Runs a step on an executor, never twice at once, and once more after each signal that came while
 * it ran. However many signals there are, the executor's queue holds one entry.
 */
final class Turns {
  private enum State {
    IDLE,
    RUNNING,
    SIGNALLED
  }

  private final Executor executor;
  private final BooleanSupplier step;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  /**
   * @param step says whether it wants another turn at once; must not throw
   */
  Turns(Executor executor, BooleanSupplier step) {
    this.executor = executor;
    this.step = step;
  }

  /** Has the step run soon. Never blocks. */
  void signal() {
    if (state.getAndSet(State.SIGNALLED) == State.IDLE) {
      enqueue();
    }
  }

  private void turn() {
    state.set(State.RUNNING);
    boolean more = step.getAsBoolean();
    if (more || !state.compareAndSet(State.RUNNING, State.IDLE)) {
      enqueue();
    }
  }

  private void enqueue() {
    try {
      executor.execute(this::turn);
    } catch (RejectedExecutionException stopped) {
      // The server has ended all calls: nobody is left to serve.
      state.set(State.IDLE);
    }
  }
}
