package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.task.TaskId;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The calls that wait for the end of a task. None of them holds a thread. */
final class OpenWaits {
  private final AwaitTask await;
  private final FindTask find;
  private final Set<WaitingCall<?>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  OpenWaits(AwaitTask await, FindTask find) {
    this.await = await;
    this.find = find;
  }

  /**
   * Answers the call when the task is final, when the time is over, or shortly before the deadline.
   * A client that goes away ends the waiting, not the task.
   *
   * @throws dev.depict.domain.error.TaskNotFound when there is no such task
   */
  <R> void open(
      TaskId id,
      Duration asked,
      Patience patience,
      StreamObserver<R> observer,
      Departure departure,
      Function<TaskView, R> response) {
    var call = new WaitingCall<>(id, observer, response);
    open.add(call);
    try {
      AwaitTask.Waiting waiting =
          await.await(
              id,
              WaitLimit.within(asked),
              patience,
              view -> {
                open.remove(call);
                call.answer(view);
              });
      departure.undoes(() -> {
        open.remove(call);
        waiting.cancel();
      });
    } catch (RuntimeException e) {
      open.remove(call);
      throw e;
    }
    if (ended) {
      endAll();
    }
  }

  /** Answers every waiting call, and those that come from now on, with its task as it stands. */
  void endAll() {
    ended = true;
    for (WaitingCall<?> call : List.copyOf(open)) {
      open.remove(call);
      call.answerWith(find);
    }
  }
}
