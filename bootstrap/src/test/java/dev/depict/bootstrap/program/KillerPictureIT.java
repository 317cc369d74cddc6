package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.testkit.picture.Pictures;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that kills the process whenever it is decoded. */
class KillerPictureIT {
  private static final int OTHERS = 12;
  private static final int STARTS = 8;

  /** A small heap, and a JVM that ends when it is full: so one strip of 81 MB kills it. */
  private static final Map<String, String> FRAGILE =
      Map.of("DEPICT_JAVA_OPTIONS", "-Xmx64m -XX:+ExitOnOutOfMemoryError");

  private static final int SIDE = 9_000;

  /** Bits, compression, photometric interpretation and samples are 16 bits wide, the rest 32. */
  private static final Set<Integer> SHORTS = Set.of(258, 259, 262, 277);

  @TempDir Path folder;

  @Test
  void it_fails_with_crash_after_three_deaths_and_all_others_finish() throws Exception {
    Path data = folder.resolve("data");
    List<String> others = new ArrayList<>();
    String killer = "";
    try (var server = Program.serve(data);
        var client = new Client(server.address())) {
      client.pause();
      for (int number = 0; number < OTHERS; number++) {
        if (number == OTHERS / 2) {
          killer = client.ingest(tiffOfOneStrip(SIDE, SIDE));
        }
        others.add(client.ingest(Pictures.png(number, 64, 48)));
      }
      server.process().destroy();
      assertThat(server.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    int deaths = 0;
    List<Task> tasks = List.of();
    while (tasks.isEmpty() && deaths < STARTS) {
      try (var server = Program.serve(FRAGILE, data);
          var client = new Client(server.address())) {
        tasks = client.results(others, killer);
      } catch (StatusRuntimeException | ServerEnded died) {
        deaths++;
      }
    }

    assertThat(deaths).isEqualTo(3);
    Task last = tasks.getLast();
    assertThat(last.getName()).isEqualTo(killer);
    assertThat(last.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_FAILED);
    assertThat(last.getFailure().getFailureClass()).isEqualTo(FailureClass.FAILURE_CLASS_CRASH);
    assertThat(tasks.subList(0, OTHERS))
        .extracting(Task::getStatus)
        .containsOnly(TaskStatus.TASK_STATUS_COMPLETED);
  }

  /** A gray TIFF whose only strip is as large as the picture, and small as long as it is packed. */
  private static byte[] tiffOfOneStrip(int width, int height) throws IOException {
    var strip = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(strip)) {
      byte[] row = new byte[width];
      for (int y = 0; y < height; y++) {
        packed.write(row);
      }
    }
    int[][] fields = {
      {256, width},
      {257, height},
      {258, 8},
      {259, 8},
      {262, 1},
      {273, 0},
      {277, 1},
      {278, height},
      {279, strip.size()}
    };
    int end = 8 + 2 + fields.length * 12 + 4;
    var tiff = ByteBuffer.allocate(end + strip.size()).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    tiff.putShort((short) fields.length);
    for (int[] field : fields) {
      boolean isShort = SHORTS.contains(field[0]);
      tiff.putShort((short) field[0]).putShort((short) (isShort ? 3 : 4)).putInt(1);
      tiff.putInt(field[0] == 273 ? end : field[1]);
    }
    return tiff.putInt(0).put(strip.toByteArray()).array();
  }

  private static final class Client implements AutoCloseable {
    private final ManagedChannel channel;
    private final TaskServiceBlockingStub tasks;
    private final QueueServiceGrpc.QueueServiceBlockingStub queue;

    Client(String address) {
      channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
      tasks = TaskServiceGrpc.newBlockingStub(channel).withDeadlineAfter(120, TimeUnit.SECONDS);
      queue = QueueServiceGrpc.newBlockingStub(channel);
    }

    void pause() {
      var _ = queue.pauseQueue(PauseQueueRequest.getDefaultInstance());
    }

    String ingest(byte[] picture) {
      return tasks
          .ingest(
              IngestRequest.newBuilder()
                  .setContent(ByteString.copyFrom(picture))
                  .setMode(IngestMode.INGEST_MODE_ASYNC)
                  .build())
          .getTask()
          .getName();
    }

    /** All tasks at their end; broken off when the server dies. */
    List<Task> results(List<String> others, String killer) {
      var _ = queue.resumeQueue(ResumeQueueRequest.getDefaultInstance());
      List<Task> ended = new ArrayList<>();
      for (String name : others) {
        ended.add(end(name));
      }
      ended.add(end(killer));
      return ended;
    }

    private Task end(String name) {
      var request = WaitTaskRequest.newBuilder().setName(name).build();
      var response = tasks.waitTask(request);
      while (!response.getDone()) {
        response = tasks.waitTask(request);
      }
      return response.getTask();
    }

    @Override
    public void close() {
      channel.shutdownNow();
    }
  }
}
