package dev.depict.cli.ingest;

import dev.depict.cli.remote.Backoff;
import dev.depict.cli.remote.Refusal;
import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.MediaServiceGrpc.MediaServiceStub;
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
  /** What every server takes in one message by default; larger pictures come in pieces. */
  static final int MOST_INLINE = 20 << 20;

  private final TaskServiceStub stub;
  private final MediaServiceStub media;
  private final String target;
  private final Backoff backoff;
  private final Consumer<Signal> sink;
  private volatile boolean reached;

  Sender(Remote remote, Backoff backoff, Consumer<Signal> sink) {
    this.stub = remote.tasks();
    this.media = remote.media();
    this.target = remote.target();
    this.backoff = backoff;
    this.sink = sink;
  }

  /** Tells that the server is there, so that a later silence is worth some patience. */
  void reached() {
    reached = true;
  }

  void send(int index, IngestRequest request) {
    attempt(new Sending(index, request.getContent().size(), request), 0);
  }

  /**
   * @param bytes of the picture, whether or not they are in the request
   */
  private record Sending(int index, long bytes, IngestRequest request) {
    boolean fits() {
      return request.getContent().size() <= MOST_INLINE;
    }

    Sending withMedia(String media) {
      return new Sending(index, bytes, request.toBuilder().setMedia(media).build());
    }
  }

  private void attempt(Sending sending, int failures) {
    if (sending.fits()) {
      ingest(sending, failures);
    } else {
      new Upload(
              media,
              sending.request().getContent(),
              name -> ingest(sending.withMedia(name), failures),
              thrown -> failed(sending, failures, thrown))
          .start();
    }
  }

  private void ingest(Sending sending, int failures) {
    stub.ingest(
        sending.request(),
        new StreamObserver<>() {
          @Override
          public void onNext(IngestResponse response) {
            reached = true;
            sink.accept(new Signal.Stored(sending.index(), sending.bytes(), response.getTask()));
          }

          @Override
          public void onError(Throwable thrown) {
            failed(sending, failures, thrown);
          }

          @Override
          public void onCompleted() {}
        });
  }

  private void failed(Sending sending, int failures, Throwable thrown) {
    Refusal why = Refusal.of(thrown, target);
    if (reached && why.isTransient() && failures < backoff.tries()) {
      later(why, failures, () -> attempt(sending, failures + 1));
    } else {
      sink.accept(new Signal.Refused(sending.index(), sending.bytes(), why));
    }
  }

  private void later(Refusal why, int failures, Runnable again) {
    Duration pause = why.retryDelay().orElse(backoff.pause(failures));
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(again);
  }
}
