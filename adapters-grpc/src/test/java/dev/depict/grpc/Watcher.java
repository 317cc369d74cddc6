package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that takes one message whenever it asks for one. */
final class Watcher implements ClientResponseObserver<WatchTasksRequest, WatchTasksResponse> {
  private final BlockingQueue<WatchTasksResponse> taken = new LinkedBlockingQueue<>();
  private final CompletableFuture<Throwable> end = new CompletableFuture<>();
  private @Nullable ClientCallStreamObserver<WatchTasksRequest> call;

  static Watcher of(Rig rig, WatchTasksRequest request) {
    var watcher = new Watcher();
    rig.tasksStreaming().watchTasks(request, watcher);
    return watcher;
  }

  /** The next message. */
  WatchTasksResponse next() throws InterruptedException {
    Objects.requireNonNull(call).request(1);
    @Nullable WatchTasksResponse message = taken.poll(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  TaskEvent nextEvent() throws InterruptedException {
    WatchTasksResponse message = next();
    assertThat(message.hasEvent()).as("an event, not %s", message).isTrue();
    return message.getEvent();
  }

  String nextMark() throws InterruptedException {
    WatchTasksResponse message = next();
    assertThat(message.hasMark()).as("a mark, not %s", message).isTrue();
    return message.getMark().getResumeToken();
  }

  /** What has arrived without being asked for. */
  int unasked() {
    return taken.size();
  }

  /** What the stream ended with. */
  Throwable end() throws Exception {
    return end.get(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  void leave() {
    Objects.requireNonNull(call).cancel("enough", null);
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<WatchTasksRequest> stream) {
    call = stream;
    stream.disableAutoRequestWithInitial(0);
  }

  @Override
  public void onNext(WatchTasksResponse message) {
    taken.add(message);
  }

  @Override
  public void onError(Throwable thrown) {
    end.complete(thrown);
  }

  @Override
  public void onCompleted() {
    end.completeExceptionally(new AssertionError("a watch never completes"));
  }
}
