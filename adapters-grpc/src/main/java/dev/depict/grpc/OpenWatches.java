package dev.depict.grpc;

import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.EventPosition;
import dev.depict.application.port.out.Timer;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.TaskFilter;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** The watches that are open, so that they can be counted and ended. */
final class OpenWatches {
  private final WatchTasks watchTasks;
  private final Timer timer;
  private final Executor readers;
  private final GrpcSettings settings;
  private final Semaphore free;
  private final Set<WatchStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /**
   * @param readers where events are read; its threads may block
   */
  OpenWatches(WatchTasks watchTasks, Timer timer, Executor readers, GrpcSettings settings) {
    this.watchTasks = watchTasks;
    this.timer = timer;
    this.readers = readers;
    this.settings = settings;
    this.free = new Semaphore(settings.limits().watches());
  }

  /**
   * @throws ResumeTokenTooOld when the changes since are gone
   * @throws Refusal when there are too many watches, the server stops, or the position is of
   *     another database
   */
  void open(
      Optional<EventPosition> after, TaskFilter filter, StreamObserver<WatchTasksResponse> call) {
    if (!free.tryAcquire()) {
      throw new Refusal(
          Reason.SERVER_BUSY,
          "the server has %d watches open, which is its limit; try again later"
              .formatted(settings.limits().watches()));
    }
    var stream =
        new WatchStream(
            (ServerCallStreamObserver<WatchTasksResponse>) call,
            readers,
            timer,
            settings.watchSilence(),
            this::leave);
    open.add(stream);
    try {
      stream.start(available -> watch(after, filter, available));
    } catch (RuntimeException | Error e) {
      leave(stream);
      throw e;
    }
    if (ended) {
      stream.end(stopping());
    }
  }

  private void leave(WatchStream stream) {
    if (open.remove(stream)) {
      free.release();
    }
  }

  /** Ends every watch, and those opened from now on. */
  void endAll() {
    ended = true;
    open.forEach(stream -> stream.end(stopping()));
  }

  private WatchTasks.Watch watch(
      Optional<EventPosition> after, TaskFilter filter, Runnable available) {
    try {
      return watchTasks.watch(after, filter, available);
    } catch (ResumeTokenTooOld old) {
      if (after.filter(this::isForeign).isPresent()) {
        throw new Refusal(
            Reason.RESUME_TOKEN_FOREIGN,
            "the resume_token is of another database; list the tasks and watch from there");
      }
      throw old;
    }
  }

  private boolean isForeign(EventPosition position) {
    try (WatchTasks.Watch here = watchTasks.watch(Optional.empty(), TaskFilter.ALL, () -> {})) {
      return here.position().database() != position.database();
    }
  }

  private static Refusal stopping() {
    return new Refusal(
        Reason.SHUTTING_DOWN,
        "the server is stopping; connect again and go on from the newest resume_token");
  }
}
