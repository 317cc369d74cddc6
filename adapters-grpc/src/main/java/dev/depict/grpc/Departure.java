package dev.depict.grpc;

import io.grpc.stub.ServerCallStreamObserver;

/** What is undone when a client goes away before its answer. Safe for concurrent use. */
final class Departure implements Runnable {
  private boolean gone;
  private Runnable undo = () -> {};

  private Departure() {}

  /** Only while the call's handler runs: later gRPC refuses it. */
  static Departure of(ServerCallStreamObserver<?> call) {
    var departure = new Departure();
    call.setOnCancelHandler(departure);
    return departure;
  }

  /** Has something undone when the client goes; at once when it is gone. Replaces what was. */
  void undoes(Runnable action) {
    synchronized (this) {
      if (!gone) {
        undo = action;
        return;
      }
    }
    action.run();
  }

  /** The client has gone. */
  @Override
  public void run() {
    Runnable last;
    synchronized (this) {
      gone = true;
      last = undo;
    }
    last.run();
  }
}
