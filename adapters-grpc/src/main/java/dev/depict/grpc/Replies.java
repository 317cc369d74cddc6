package dev.depict.grpc;

import io.grpc.stub.StreamObserver;

/** Ends calls that have one answer. */
final class Replies {
  private Replies() {}

  static <R> void one(StreamObserver<R> call, R response) {
    call.onNext(response);
    call.onCompleted();
  }
}
