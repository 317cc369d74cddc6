package dev.depict.benchmarks.quota;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.TaskCount;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;

/** Somebody who waits for each answer. */
final class Caller implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final ManagedChannel channel;

  Caller(String address) {
    channel = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
  }

  /**
   * Returns when the answer is there.
   *
   * @throws IllegalStateException if it does not come in two minutes
   */
  void ask(byte[] picture) {
    IngestResponse response =
        TaskServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(PATIENCE_SECONDS + 5, TimeUnit.SECONDS)
            .ingest(
                IngestRequest.newBuilder()
                    .setContent(ByteString.copyFrom(picture))
                    .setMode(IngestMode.INGEST_MODE_SYNC)
                    .setMaxWait(Duration.newBuilder().setSeconds(PATIENCE_SECONDS))
                    .build());
    if (!response.getDone()) {
      throw new IllegalStateException("a caller got no answer in two minutes");
    }
  }

  /** Tasks that wait. */
  long pending() {
    return QueueServiceGrpc.newBlockingStub(channel)
        .getQueue(GetQueueRequest.getDefaultInstance())
        .getQueue()
        .getCountsList()
        .stream()
        .filter(count -> count.getStatus() == TaskStatus.TASK_STATUS_PENDING)
        .mapToLong(TaskCount::getCount)
        .sum();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
