package dev.depict.grpc;

import dev.depict.application.port.in.ProcessQueue;
import dev.depict.proto.v1.ProcessQueueResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that work on the queue. None of them holds a thread. */
final class OpenProcessings {
  private final ProcessQueue process;
  private final Set<ProcessingCall> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  OpenProcessings(ProcessQueue process) {
    this.process = process;
  }

  /**
   * Answers the call when all that was started has ended. It waits for the permission to send until
   * shortly before the deadline at most. A client that goes away, or whose deadline passes, starts
   * nothing more; what was started goes on.
   *
   * @throws dev.depict.domain.error.CallerMistake when the named task cannot be worked on
   */
  void open(ProcessRequest request, StreamObserver<ProcessQueueResponse> observer) {
    var observed = (ServerCallStreamObserver<ProcessQueueResponse>) observer;
    var call = new ProcessingCall(observed);
    open.add(call);
    observed.setOnCancelHandler(() -> {
      open.remove(call);
      call.leave();
    });
    try {
      call.begun(
          process.process(
              request.selection(),
              WaitLimit.within(request.maxWait()),
              report -> {
                open.remove(call);
                call.answer(report);
              }));
    } catch (RuntimeException e) {
      open.remove(call);
      throw e;
    }
    if (ended) {
      endAll();
    }
  }

  /** Ends every such call, and those that come from now on. */
  void endAll() {
    ended = true;
    for (ProcessingCall call : List.copyOf(open)) {
      open.remove(call);
      call.end(
          new Refusal(
              Reason.SHUTTING_DOWN,
              "the server is stopping; what was started is finished or given back;"
                  + " connect again and ask for more"));
    }
  }
}
