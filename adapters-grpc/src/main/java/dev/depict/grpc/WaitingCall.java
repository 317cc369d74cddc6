package dev.depict.grpc;

import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.task.TaskId;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A call that is answered once, by whichever comes first. Safe for concurrent use. */
final class WaitingCall<R> {
  private final TaskId id;
  private final StreamObserver<R> call;
  private final Function<TaskView, R> response;
  private final AtomicBoolean answered = new AtomicBoolean();

  WaitingCall(TaskId id, StreamObserver<R> call, Function<TaskView, R> response) {
    this.id = id;
    this.call = call;
    this.response = response;
  }

  void answer(TaskView view) {
    if (answered.compareAndSet(false, true)) {
      try {
        Replies.one(call, response.apply(view));
      } catch (RuntimeException e) {
        call.onError(e);
      }
    }
  }

  /** Answers with the task as it stands now. */
  void answerWith(FindTask find) {
    try {
      answer(find.find(id));
    } catch (RuntimeException e) {
      if (answered.compareAndSet(false, true)) {
        call.onError(e);
      }
    }
  }
}
