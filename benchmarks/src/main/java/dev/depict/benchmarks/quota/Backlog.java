package dev.depict.benchmarks.quota;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lays all pictures into the queue while it is paused, so that feeding limits nothing. */
final class Backlog {
  private static final int PATIENCE_SECONDS = 120;
  private static final int BATCH = 500;
  private static final long BATCH_BYTES = 8 << 20;

  private final ManagedChannel channel;

  private Backlog(ManagedChannel channel) {
    this.channel = channel;
  }

  /** Returns when all are acknowledged and the queue is worked. */
  static void lay(String address, List<byte[]> pictures) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    try {
      new Backlog(channel).lay(pictures);
    } finally {
      channel.shutdownNow();
    }
  }

  private void lay(List<byte[]> pictures) {
    var queue = QueueServiceGrpc.newBlockingStub(channel);
    var _ = queue.pauseQueue(PauseQueueRequest.getDefaultInstance());
    var batch = BatchIngestRequest.newBuilder();
    long bytes = 0;
    for (int number = 0; number < pictures.size(); number++) {
      byte[] picture = pictures.get(number);
      if (batch.getRequestsCount() == BATCH || bytes + picture.length > BATCH_BYTES) {
        ingest(batch.build());
        batch.clear();
        bytes = 0;
      }
      batch.addRequests(request(number, picture));
      bytes += picture.length;
    }
    ingest(batch.build());
    var _ = queue.resumeQueue(ResumeQueueRequest.getDefaultInstance());
  }

  private static IngestRequest request(int number, byte[] picture) {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(picture))
        .setSource("picture " + number)
        .setMode(IngestMode.INGEST_MODE_ASYNC)
        .build();
  }

  private void ingest(BatchIngestRequest batch) {
    BatchIngestResponse response =
        TaskServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .batchIngest(batch);
    if (response.getResultsList().stream().anyMatch(result -> !result.hasTask())) {
      throw new IllegalStateException("a picture is refused: " + response.getResultsList());
    }
  }
}
