package dev.depict.bootstrap.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.grpc.Listen;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.TaskView;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import dev.depict.testkit.picture.Pictures;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
  @TempDir Path folder;

  static Stream<Arguments> combinations() {
    return Combinations.all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinations")
  void pictures_become_words_in_both_modes_and_every_change_is_seen(
      String name, Function<Settings, Depict> combination) throws InterruptedException {
    try (GeminiEmulator gemini =
        GeminiEmulator.start(EmulatorSettings.of(InstantSource.system()))) {
      Settings settings =
          Settings.read(
              Map.of(
                  "data.dir",
                  folder.resolve("data").toString(),
                  "server.listen",
                  "127.0.0.1:0",
                  "gemini.api-key",
                  "any",
                  "gemini.base-url",
                  gemini.baseUrl().toString()),
              Map.of());
      Depict depict = combination.apply(settings);
      depict.server().start();
      ManagedChannel channel = channel(depict.grpc().address());
      try {
        play(channel);
      } finally {
        channel.shutdownNow();
        depict.server().stop(Duration.ofSeconds(5));
      }
    }
  }

  private static void play(ManagedChannel channel) {
    var tasks = TaskServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    var queue = QueueServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    Iterator<WatchTasksResponse> watch = tasks.watchTasks(WatchTasksRequest.getDefaultInstance());
    assertThat(watch.next().hasMark()).isTrue();

    IngestResponse sync = tasks.ingest(picture(1, IngestMode.INGEST_MODE_SYNC));
    assertThat(sync.getDone()).isTrue();
    assertThat(sync.getTask().getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
    assertThat(sync.getTask().getAnswer().getAltText()).isNotBlank();
    assertThat(sync.getTask().getAnswer().getKeywordsList()).isNotEmpty();

    IngestResponse again = tasks.ingest(picture(1, IngestMode.INGEST_MODE_SYNC));
    assertThat(again.getTask().getReused()).isTrue();

    var _ = queue.pauseQueue(PauseQueueRequest.getDefaultInstance());
    Task cancelled = tasks.ingest(picture(2, IngestMode.INGEST_MODE_ASYNC)).getTask();
    assertThat(cancelled.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_PENDING);
    assertThat(cancelled.getWait().getReason()).isEqualTo(WaitReason.WAIT_REASON_PAUSED);
    var _ = tasks.cancelTask(CancelTaskRequest.newBuilder().setName(cancelled.getName()).build());
    var _ = tasks.retryTask(RetryTaskRequest.newBuilder().setName(cancelled.getName()).build());
    var _ = queue.resumeQueue(ResumeQueueRequest.getDefaultInstance());
    Task answered =
        tasks.waitTask(WaitTaskRequest.newBuilder().setName(cancelled.getName()).build()).getTask();
    assertThat(answered.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
    assertThat(answered.getRound()).isEqualTo(2);
    Task full =
        tasks
            .getTask(
                GetTaskRequest.newBuilder()
                    .setName(cancelled.getName())
                    .setView(TaskView.TASK_VIEW_FULL)
                    .build())
            .getTask();
    assertThat(full.getAttemptsList()).hasSize(1);

    List<TaskEvent> events = new ArrayList<>();
    while (events.size() < 9) {
      WatchTasksResponse next = watch.next();
      if (next.hasEvent()) {
        events.add(next.getEvent());
      }
    }
    assertThat(types(events, sync.getTask()))
        .containsExactly(
            TaskEventType.TASK_EVENT_TYPE_CREATED,
            TaskEventType.TASK_EVENT_TYPE_STARTED,
            TaskEventType.TASK_EVENT_TYPE_COMPLETED);
    assertThat(types(events, again.getTask()))
        .containsExactly(TaskEventType.TASK_EVENT_TYPE_CREATED);
    assertThat(types(events, cancelled))
        .containsExactly(
            TaskEventType.TASK_EVENT_TYPE_CREATED,
            TaskEventType.TASK_EVENT_TYPE_CANCELLED,
            TaskEventType.TASK_EVENT_TYPE_RETRIED,
            TaskEventType.TASK_EVENT_TYPE_STARTED,
            TaskEventType.TASK_EVENT_TYPE_COMPLETED);
  }

  private static List<TaskEventType> types(List<TaskEvent> events, Task task) {
    return events.stream()
        .filter(event -> event.getTask().getName().equals(task.getName()))
        .map(TaskEvent::getType)
        .toList();
  }

  private static IngestRequest picture(int number, IngestMode mode) {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(Pictures.png(number, 64, 48)))
        .setSource("picture " + number)
        .setMode(mode)
        .build();
  }

  private static ManagedChannel channel(Listen address) {
    return switch (address) {
      case Listen.InProcess inProcess -> InProcessChannelBuilder.forName(inProcess.name()).build();
      case Listen.Tcp tcp ->
          NettyChannelBuilder.forAddress(tcp.host(), tcp.port()).usePlaintext().build();
    };
  }
}
