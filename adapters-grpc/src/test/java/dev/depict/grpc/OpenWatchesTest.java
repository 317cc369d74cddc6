package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskFilter;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenWatchesTest {
  private static final int CALLERS = 4;
  private static final int ALLOWED = 3;
  private static final int TRIES = 500;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void close() {
    callers.shutdownNow();
  }

  @Test
  void as_many_are_let_in_as_allowed_also_when_they_come_at_once() throws Exception {
    for (int tried = 0; tried < TRIES; tried++) {
      assertThat(letIn()).as("try %d", tried).isEqualTo(ALLOWED);
    }
  }

  @Test
  void who_cannot_be_let_in_takes_no_place() {
    var watches =
        watches((after, filter, available) -> {
          throw new ResumeTokenTooOld();
        });
    for (int tried = 0; tried < 2 * ALLOWED; tried++) {
      assertThatThrownBy(() -> watches.open(Optional.empty(), TaskFilter.ALL, new SilentCall()))
          .isInstanceOf(ResumeTokenTooOld.class);
    }
  }

  private static OpenWatches watches(WatchTasks watchTasks) {
    var settings = GrpcSettings.standard(new Listen.InProcess("unused"));
    return new OpenWatches(
        watchTasks,
        (delay, action) -> () -> {},
        reading -> {},
        settings.withLimits(settings.limits().withWatches(ALLOWED)));
  }

  private long letIn() throws Exception {
    var watches = watches((after, filter, available) -> new UnreadWatch());
    var together = new CyclicBarrier(CALLERS);
    List<Future<Boolean>> answers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      answers.add(
          callers.submit(() -> {
            together.await(Rig.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return isLetIn(watches);
          }));
    }
    long letIn = 0;
    for (Future<Boolean> answer : answers) {
      letIn += answer.get() ? 1 : 0;
    }
    return letIn;
  }

  private static boolean isLetIn(OpenWatches watches) {
    try {
      watches.open(Optional.empty(), TaskFilter.ALL, new SilentCall());
      return true;
    } catch (Refusal busy) {
      return false;
    }
  }

  private static final class UnreadWatch implements WatchTasks.Watch {
    @Override
    public List<TaskEvent> next(int max) {
      throw new AssertionError("nobody reads");
    }

    @Override
    public EventPosition position() {
      throw new AssertionError("nobody reads");
    }

    @Override
    public boolean caughtUp() {
      throw new AssertionError("nobody reads");
    }

    @Override
    public void close() {}
  }

  private static final class SilentCall extends ServerCallStreamObserver<WatchTasksResponse> {
    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void setOnCancelHandler(Runnable handler) {}

    @Override
    public void setCompression(String compression) {}

    @Override
    public boolean isReady() {
      return false;
    }

    @Override
    public void setOnReadyHandler(Runnable handler) {}

    @Override
    public void request(int count) {}

    @Override
    public void setMessageCompression(boolean enable) {}

    @Override
    public void disableAutoInboundFlowControl() {}

    @Override
    public void onNext(WatchTasksResponse message) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onCompleted() {}
  }
}
