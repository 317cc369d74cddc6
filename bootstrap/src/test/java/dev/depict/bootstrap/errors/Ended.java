package dev.depict.bootstrap.errors;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call with a stream: when it began to answer, and how it ended. */
final class Ended<R> implements StreamObserver<R> {
  private static final int PATIENCE_SECONDS = 30;

  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  @Override
  public void onNext(R message) {
    begun.complete(null);
  }

  @Override
  public void onError(Throwable error) {
    begun.completeExceptionally(error);
    ended.completeExceptionally(error);
  }

  @Override
  public void onCompleted() {
    begun.complete(null);
    ended.complete(null);
  }

  /** Waits for the first message. */
  void awaitBegun() throws InterruptedException, TimeoutException {
    await(begun);
  }

  /** Waits for the end, and throws the error it ended with. */
  void awaitEnd() throws InterruptedException, TimeoutException {
    await(ended);
  }

  private static void await(CompletableFuture<Void> future)
      throws InterruptedException, TimeoutException {
    try {
      future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StatusRuntimeException status) {
        throw status;
      }
      throw new AssertionError(e);
    }
  }
}
