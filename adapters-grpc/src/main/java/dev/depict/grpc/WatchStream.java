package dev.depict.grpc;

import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.Timer;
import dev.depict.domain.task.TaskEvent;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One watcher's stream. Sends while the client takes, and otherwise holds no thread and at most one
 * batch of events. All sending, reading and closing happens in {@link #step}, which never runs
 * twice at once.
 */
final class WatchStream {
  private static final int BATCH = 64;

  /** One that finds the news, and one that finds no more. */
  private static final int READS_PER_TURN = 2;

  private final ServerCallStreamObserver<WatchTasksResponse> call;
  private final Turns turns;
  private final Timer timer;
  private final Duration silence;
  private final Consumer<WatchStream> closed;

  private final Queue<TaskEvent> unsent = new ArrayDeque<>(BATCH);
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private volatile boolean markDue;
  private boolean begun;
  private WatchTasks.@Nullable Watch watch;
  private Timer.Alarm alarm = () -> {};

  /** Why the stream is over; nothing is told to a client that went away. */
  private record Ending(Optional<Throwable> error) {}

  /**
   * @param readers where events are read and sent
   * @param closed told once, when the stream is over
   */
  WatchStream(
      ServerCallStreamObserver<WatchTasksResponse> call,
      Executor readers,
      Timer timer,
      Duration silence,
      Consumer<WatchStream> closed) {
    this.call = call;
    this.turns = new Turns(readers, this::step);
    this.timer = timer;
    this.silence = silence;
    this.closed = closed;
  }

  /** Opens the watch and begins to send. Must be called by the call's own handler. */
  void start(Function<Runnable, WatchTasks.Watch> open) {
    call.setOnCancelHandler(() -> finish(new Ending(Optional.empty())));
    call.setOnReadyHandler(this::signal);
    watch = open.apply(this::signal);
    signal();
  }

  /** Ends the stream with an error. Does nothing when it is over. */
  void end(Throwable error) {
    finish(new Ending(Optional.of(error)));
  }

  private void finish(Ending reason) {
    if (ending.compareAndSet(null, reason)) {
      signal();
    }
  }

  private void signal() {
    turns.signal();
  }

  private boolean step() {
    WatchTasks.Watch open = watch;
    if (open == null) {
      return false;
    }
    try {
      return !closeIfEnded(open) && send(open);
    } catch (RuntimeException | Error e) {
      end(e);
      return true;
    }
  }

  /** Sends what the client takes now; whether there is more to do for it at once. */
  private boolean send(WatchTasks.Watch open) {
    if (!begun) {
      if (!call.isReady()) {
        return false;
      }
      begun = true;
      sendMark(open);
    }
    sendEvents(open);
    for (int reads = 0; reads < READS_PER_TURN && unsent.isEmpty(); reads++) {
      // Whether the client takes anything is asked when there is something for it: of a thousand
      // watchers that an event wakes, most find nothing, and asking is the dearer part.
      unsent.addAll(open.next(BATCH));
      sendEvents(open);
      if (open.caughtUp()) {
        break;
      }
    }
    if (markDue && unsent.isEmpty() && call.isReady()) {
      sendMark(open);
    }
    return unsent.isEmpty() && !open.caughtUp();
  }

  private void sendEvents(WatchTasks.Watch open) {
    boolean sent = false;
    while (!unsent.isEmpty() && call.isReady()) {
      call.onNext(EventMapper.event(unsent.remove(), open.position()));
      sent = true;
    }
    if (sent) {
      beginSilence();
    }
  }

  /** Must not be called with events unsent: the position of the watch is behind them. */
  private void sendMark(WatchTasks.Watch open) {
    markDue = false;
    call.onNext(EventMapper.mark(open.position()));
    beginSilence();
  }

  private void beginSilence() {
    alarm.cancel();
    alarm = timer.after(silence, this::markSilence);
  }

  private void markSilence() {
    markDue = true;
    signal();
  }

  private boolean closeIfEnded(WatchTasks.Watch open) {
    Ending reason = ending.get();
    if (reason == null) {
      return false;
    }
    watch = null;
    closed.accept(this); // First, so that its place is free whatever happens to the rest.
    alarm.cancel();
    open.close();
    reason.error().ifPresent(call::onError);
    return true;
  }
}
