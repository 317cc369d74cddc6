package dev.depict.cli.ingest;

import dev.depict.cli.remote.Backoff;
import dev.depict.cli.remote.Refusal;
import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceStub;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends pictures without waiting, and again where that may help. A request id makes the repetition
 * safe: a picture is stored once.
 */
final class Sender {
  private final TaskServiceStub stub;
  private final String target;
  private final Backoff backoff;
  private final Consumer<Signal> sink;
  private volatile boolean reached;

  Sender(Remote remote, Backoff backoff, Consumer<Signal> sink) {
    this.stub = remote.tasks();
    this.target = remote.target();
    this.backoff = backoff;
    this.sink = sink;
  }

  /** Tells that the server is there, so that a later silence is worth some patience. */
  void reached() {
    reached = true;
  }

  void send(int index, IngestRequest request) {
    attempt(index, request, 0);
  }

  private void attempt(int index, IngestRequest request, int failures) {
    long bytes = request.getContent().size();
    stub.ingest(
        request,
        new StreamObserver<>() {
          @Override
          public void onNext(IngestResponse response) {
            reached = true;
            sink.accept(new Signal.Stored(index, bytes, response.getTask()));
          }

          @Override
          public void onError(Throwable thrown) {
            Refusal why = Refusal.of(thrown, target);
            if (reached && why.isTransient() && failures < backoff.tries()) {
              later(why, failures, () -> attempt(index, request, failures + 1));
            } else {
              sink.accept(new Signal.Refused(index, bytes, why));
            }
          }

          @Override
          public void onCompleted() {}
        });
  }

  private void later(Refusal why, int failures, Runnable again) {
    Duration pause = why.retryDelay().orElse(backoff.pause(failures));
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(again);
  }
}
