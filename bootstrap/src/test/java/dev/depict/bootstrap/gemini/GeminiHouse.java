package dev.depict.bootstrap.gemini;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Durations;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.time.DaggerSettableDepict;
import dev.depict.bootstrap.wiring.DaggerDepictComponent;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskView;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.testkit.time.SettableClock;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The product as it is, on a socket and a database file; only the provider is a stand-in. */
final class GeminiHouse implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final String KEY = "a-key-that-works";

  private final Depict depict;
  private final ManagedChannel channel;

  private GeminiHouse(Depict depict) {
    this.depict = depict;
    depict.server().start();
    var address = (dev.depict.grpc.Listen.Tcp) depict.grpc().address();
    this.channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
  }

  static GeminiEmulator emulator() {
    return GeminiEmulator.start(
        EmulatorSettings.of(InstantSource.system()).withKeys(KEY).keepingSent());
  }

  static GeminiHouse open(Path data, GeminiEmulator emulator, Map<String, String> more) {
    return new GeminiHouse(DaggerDepictComponent.factory().create(settings(data, emulator, more)));
  }

  /** In a time that a test sets. */
  static GeminiHouse open(
      Path data, GeminiEmulator emulator, Map<String, String> more, SettableClock clock) {
    return new GeminiHouse(
        DaggerSettableDepict.factory().create(settings(data, emulator, more), clock));
  }

  private static Settings settings(Path data, GeminiEmulator emulator, Map<String, String> more) {
    var flags = new HashMap<String, String>();
    flags.put("data.dir", data.toString());
    flags.put("server.listen", "127.0.0.1:0");
    flags.put("gemini.api-key", KEY);
    flags.put("gemini.base-url", emulator.baseUrl().toString());
    flags.put("quota.rpm", "100000");
    flags.putAll(more);
    return Settings.read(flags, Map.of());
  }

  TaskServiceGrpc.TaskServiceBlockingStub tasks() {
    return TaskServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  QueueServiceGrpc.QueueServiceBlockingStub queues() {
    return QueueServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** {@code host:port}. */
  String address() {
    return depict.grpc().address().toString();
  }

  Queue queue() {
    return queues().getQueue(GetQueueRequest.getDefaultInstance()).getQueue();
  }

  /** A picture with a number in its pixels. */
  static IngestRequest.Builder picture(int code) {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(PixelCode.png(code, 64, 64)))
        .setMode(IngestMode.INGEST_MODE_ASYNC);
  }

  Task ingest(IngestRequest.Builder request) {
    return tasks().ingest(request.build()).getTask();
  }

  /** The task as it stands, with its attempts. */
  Task task(String name) {
    return tasks()
        .getTask(GetTaskRequest.newBuilder().setName(name).setView(TaskView.TASK_VIEW_FULL).build())
        .getTask();
  }

  /** Waits until the task is final, and shows it with its attempts. */
  Task end(Task task) {
    var waited =
        tasks()
            .waitTask(
                WaitTaskRequest.newBuilder()
                    .setName(task.getName())
                    .setMaxWait(Durations.fromSeconds(PATIENCE.toSeconds() - 5))
                    .build());
    if (!waited.getDone()) {
      throw new AssertionError("not final: " + task(task.getName()));
    }
    return task(task.getName());
  }

  /** Waits until the task is as wished; nobody is told of what only changes the wait. */
  Task until(Task task, Predicate<Task> wish) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Task now = task(task.getName());
      if (wish.test(now)) {
        return now;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("not as wished: " + task(task.getName()));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    depict.server().stop(Duration.ZERO);
  }
}
