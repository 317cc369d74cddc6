package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.proto.v1.IngestResponse;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One picture on its way in. Holds no thread while it is being stored, nor while its caller waits
 * for the answer.
 */
final class IngestCall {
  private final OpenWaits waits;
  private final Executor handlers;
  private final Optional<Duration> wait;
  private final ServerCallStreamObserver<IngestResponse> observer;
  private final Departure departure;
  private final Context context = Context.current();
  private final Optional<OpenCall> open = OpenCall.current();

  /**
   * Only while the call's handler runs.
   *
   * @param handlers for what may wait for a disk
   * @param wait how long the caller waits for the answer; empty when not at all
   */
  IngestCall(
      OpenWaits waits,
      Executor handlers,
      Optional<Duration> wait,
      ServerCallStreamObserver<IngestResponse> observer) {
    this.waits = waits;
    this.handlers = handlers;
    this.wait = wait;
    this.observer = observer;
    this.departure = Departure.of(observer);
    open.ifPresent(OpenCall::keep);
  }

  void take(IngestImage ingest, IngestImage.Command command) {
    try {
      ingest
          .ingest(command)
          .whenComplete((result, failure) -> context.run(() -> stored(result, failure)));
    } catch (RuntimeException | Error refused) {
      end(refused);
    }
  }

  /** The same on another thread, unless the call is over when that has time for it. */
  void takeLater(IngestImage ingest, IngestImage.Command command) {
    handlers.execute(
        context.wrap(() -> {
          if (context.isCancelled() || open.filter(OpenCall::wasRefused).isPresent()) {
            open.ifPresent(OpenCall::dealtWith);
          } else {
            take(ingest, command);
          }
        }));
  }

  private void stored(IngestImage.@Nullable Result result, @Nullable Throwable failure) {
    try {
      if (result == null) {
        end(cause(failure));
      } else {
        open.ifPresent(OpenCall::dealtWith);
        answer(result.view(), result.replayed());
      }
    } catch (RuntimeException | Error broken) {
      end(broken);
    }
  }

  private void end(Throwable failure) {
    open.ifPresent(OpenCall::dealtWith);
    observer.onError(failure);
  }

  private static Throwable cause(@Nullable Throwable failure) {
    if (failure == null) {
      return new IllegalStateException("a picture was stored without a result");
    }
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private void answer(TaskView view, boolean replayed) {
    if (wait.isEmpty() || view.task().status().isFinal()) {
      Replies.one(observer, ingested(view, replayed));
    } else {
      // To begin a wait is to read; others are told after this call what became of theirs.
      handlers.execute(context.wrap(() -> await(view, wait.get(), replayed)));
    }
  }

  private void await(TaskView view, Duration asked, boolean replayed) {
    try {
      waits.open(
          view.task().id(),
          asked,
          Patience.WHILE_HOPEFUL,
          observer,
          departure,
          seen -> ingested(seen, replayed));
    } catch (TaskNotFound deleted) {
      // Deleted before this call, which repeats its request, or meanwhile: told as without waiting.
      Replies.one(observer, ingested(view, replayed));
    } catch (RuntimeException | Error broken) {
      end(broken);
    }
  }

  private static IngestResponse ingested(TaskView view, boolean replayed) {
    return IngestResponse.newBuilder()
        .setTask(TaskMapper.task(view))
        .setDone(view.task().status().isFinal())
        .setReplayed(replayed)
        .build();
  }
}
