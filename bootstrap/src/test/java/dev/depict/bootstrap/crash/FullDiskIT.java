package dev.depict.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.testkit.picture.Pictures;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose files may not grow any further, as on a disk that is full. */
class FullDiskIT {
  private static final int PICTURE = 40_000;
  private static final int LIMIT_KIB = 6_000;
  private static final int MOST = 2_000;

  @TempDir Path folder;

  private Server.Setup setup(Map<String, String> environment) {
    return new Server.Setup(
        folder.resolve("data"),
        folder.resolve("server.log"),
        List.of("--analyzer", "offline", "--worker-enabled", "false"),
        environment);
  }

  /** The shell that starts the server reads it first. */
  private Map<String, String> limited() throws IOException {
    Path limit =
        Files.writeString(folder.resolve("limit.sh"), "ulimit -f %d%n".formatted(LIMIT_KIB));
    return Map.of("BASH_ENV", limit.toString());
  }

  private static TaskServiceGrpc.TaskServiceBlockingStub tasks(ManagedChannel channel) {
    return TaskServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  private static String ingest(ManagedChannel channel, int number) {
    return tasks(channel)
        .ingest(
            IngestRequest.newBuilder()
                .setContent(ByteString.copyFrom(Pictures.padded(number, PICTURE)))
                .setMode(IngestMode.INGEST_MODE_ASYNC)
                .build())
        .getTask()
        .getName();
  }

  private static TaskStatus status(ManagedChannel channel, String task) {
    return tasks(channel)
        .getTask(GetTaskRequest.newBuilder().setName(task).build())
        .getTask()
        .getStatus();
  }

  private static ManagedChannel channel(Server server) {
    return ManagedChannelBuilder.forTarget(server.awaitReady().address()).usePlaintext().build();
  }

  @Test
  void what_was_acknowledged_before_is_kept_and_nothing_is_acknowledged_after() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    Status refusal = Status.OK;
    try (Server server = Server.start(setup(limited()))) {
      ManagedChannel channel = channel(server);
      try {
        for (int number = 0; number < MOST && refusal.isOk(); number++) {
          try {
            acknowledged.add(ingest(channel, number));
          } catch (StatusRuntimeException full) {
            refusal = full.getStatus();
          }
        }
      } finally {
        channel.shutdownNow();
      }
      server.kill();
    }

    assertThat(acknowledged).hasSizeBetween(50, MOST - 1);
    assertThat(refusal.getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(refusal.getDescription()).contains("depict.db").doesNotContain("Exception");

    try (Server server = Server.start(setup(Map.of()))) {
      ManagedChannel channel = channel(server);
      try {
        assertThat(acknowledged)
            .allSatisfy(task ->
                assertThat(status(channel, task)).isEqualTo(TaskStatus.TASK_STATUS_PENDING));
        ingest(channel, MOST);
        assertThat(
                QueueServiceGrpc.newBlockingStub(channel)
                    .checkData(CheckDataRequest.getDefaultInstance())
                    .getFaultsList())
            .isEmpty();
      } finally {
        channel.shutdownNow();
      }
    }
  }
}
