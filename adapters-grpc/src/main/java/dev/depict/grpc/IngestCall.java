package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.TaskView;
import dev.depict.proto.v1.IngestResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One picture on its way in. Holds no thread while it is being stored, nor while its caller waits
 * for the answer.
 */
final class IngestCall {
  private final OpenWaits waits;
  private final Optional<Duration> wait;
  private final ServerCallStreamObserver<IngestResponse> observer;
  private final Departure departure;
  private final Context context = Context.current();

  /**
   * Only while the call's handler runs.
   *
   * @param wait how long the caller waits for the answer; empty when not at all
   */
  IngestCall(
      OpenWaits waits, Optional<Duration> wait, ServerCallStreamObserver<IngestResponse> observer) {
    this.waits = waits;
    this.wait = wait;
    this.observer = observer;
    this.departure = Departure.of(observer);
    OpenCall.current().ifPresent(OpenCall::keep);
  }

  void take(IngestImage ingest, IngestImage.Command command) {
    try {
      ingest
          .ingest(command)
          .whenComplete((result, failure) -> context.run(() -> stored(result, failure)));
    } catch (RuntimeException refused) {
      observer.onError(refused);
    }
  }

  private void stored(IngestImage.@Nullable Result result, @Nullable Throwable failure) {
    OpenCall.current().ifPresent(OpenCall::dealtWith);
    try {
      if (result == null) {
        observer.onError(cause(failure));
      } else {
        answer(result.view(), result.replayed());
      }
    } catch (RuntimeException e) {
      observer.onError(e);
    }
  }

  private static Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException stage && stage.getCause() != null
        ? stage.getCause()
        : new IllegalStateException("a picture was stored without a result", failure);
  }

  private void answer(TaskView view, boolean replayed) {
    if (wait.isEmpty() || view.task().status().isFinal()) {
      Replies.one(observer, ingested(view, replayed));
      return;
    }
    waits.open(
        view.task().id(),
        wait.get(),
        Patience.WHILE_HOPEFUL,
        observer,
        departure,
        seen -> ingested(seen, replayed));
  }

  private static IngestResponse ingested(TaskView view, boolean replayed) {
    return IngestResponse.newBuilder()
        .setTask(TaskMapper.task(view))
        .setDone(view.task().status().isFinal())
        .setReplayed(replayed)
        .build();
  }
}
