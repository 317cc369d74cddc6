package dev.depict.cli;

import com.google.protobuf.Timestamp;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.WatchMark;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The changes of a {@link FakeServer} for one watcher, in a stream that breaks when told to. */
final class EventStream {
  /** Each stream ends after so many events; then so many of the next, and so on. */
  final Deque<Integer> breaks = new ArrayDeque<>();

  final List<String> resumedFrom = new ArrayList<>();

  /** Whether the next position to go on from is refused, once. */
  boolean outOfRangeOnce;

  /** What happens between a refused position and the stream that follows. */
  Runnable whenReopened = () -> {};

  private final List<TaskEvent> events = new ArrayList<>();
  private Optional<StreamObserver<WatchTasksResponse>> watcher = Optional.empty();
  private int next;
  private int sent;

  synchronized void add(Task task) {
    TaskEventType type =
        switch (task.getStatus()) {
          case TASK_STATUS_PROCESSING -> TaskEventType.TASK_EVENT_TYPE_STARTED;
          case TASK_STATUS_COMPLETED -> TaskEventType.TASK_EVENT_TYPE_COMPLETED;
          case TASK_STATUS_FAILED -> TaskEventType.TASK_EVENT_TYPE_FAILED;
          default -> TaskEventType.TASK_EVENT_TYPE_CREATED;
        };
    events.add(
        TaskEvent.newBuilder()
            .setResumeToken("after-" + (events.size() + 1))
            .setType(type)
            .setTask(task.toBuilder().clearWait())
            .setCommitTime(Timestamp.newBuilder().setSeconds(1_800_000_000L + events.size()))
            .build());
    deliver();
  }

  synchronized void watch(WatchTasksRequest request, StreamObserver<WatchTasksResponse> out) {
    String token = request.getResumeToken();
    resumedFrom.add(token);
    if (outOfRangeOnce && !token.isEmpty()) {
      outOfRangeOnce = false;
      whenReopened.run();
      out.onError(
          FakeServer.error(
              Status.Code.OUT_OF_RANGE,
              "the changes since are gone",
              FakeServer.info("RESUME_TOKEN_TOO_OLD")));
      return;
    }
    next = token.isEmpty() ? events.size() : Integer.parseInt(token.substring("after-".length()));
    sent = 0;
    out.onNext(
        WatchTasksResponse.newBuilder()
            .setMark(WatchMark.newBuilder().setResumeToken("after-" + next))
            .build());
    watcher = Optional.of(out);
    deliver();
  }

  private void deliver() {
    while (watcher.isPresent() && next < events.size()) {
      watcher.get().onNext(WatchTasksResponse.newBuilder().setEvent(events.get(next++)).build());
      sent++;
      if (!breaks.isEmpty() && sent >= breaks.getFirst()) {
        breaks.removeFirst();
        watcher.get().onError(Status.UNAVAILABLE.asRuntimeException());
        watcher = Optional.empty();
      }
    }
  }
}
