package dev.depict.grpc;

import dev.depict.application.port.in.ProcessQueue;
import dev.depict.proto.v1.ProcessQueueResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that works on the queue and is answered once. Safe for concurrent use. */
final class ProcessingCall {
  private final ServerCallStreamObserver<ProcessQueueResponse> call;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile ProcessQueue.Processing processing = () -> {};
  private volatile boolean left;

  ProcessingCall(ServerCallStreamObserver<ProcessQueueResponse> call) {
    this.call = call;
  }

  /** Takes the work that was begun for it; it may have been left meanwhile. */
  void begun(ProcessQueue.Processing begun) {
    processing = begun;
    if (left) {
      begun.cancel();
    }
  }

  void answer(ProcessQueue.Report report) {
    if (answered.compareAndSet(false, true)) {
      try {
        Replies.one(call, ProcessMapper.response(report));
      } catch (RuntimeException e) {
        call.onError(e);
      }
    }
  }

  /** Starts nothing more; what was started goes on and is not told. */
  void leave() {
    left = true;
    processing.cancel();
  }

  /** The same, and tells the client why. */
  void end(Refusal why) {
    leave();
    if (answered.compareAndSet(false, true)) {
      call.onError(why);
    }
  }
}
