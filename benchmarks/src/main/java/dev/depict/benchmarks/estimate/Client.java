package dev.depict.benchmarks.estimate;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Talks to a server over its API. */
final class Client implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final int BATCH = 100;
  private static final Duration POLL = Duration.ofMillis(50);

  private final ManagedChannel channel;
  private int answered;

  Client(String address) {
    channel = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
  }

  private TaskServiceGrpc.TaskServiceBlockingStub tasks() {
    return TaskServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static List<IngestRequest> requests(List<byte[]> pictures) {
    return pictures.stream()
        .map(picture ->
            IngestRequest.newBuilder()
                .setContent(ByteString.copyFrom(picture))
                .setMode(IngestMode.INGEST_MODE_ASYNC)
                .build())
        .toList();
  }

  /** What the server says of pictures that it does not know. */
  Amount estimate(List<byte[]> pictures) {
    var sum = new Amount(0, 0, 0);
    for (int from = 0; from < pictures.size(); from += BATCH) {
      List<byte[]> part = pictures.subList(from, Math.min(from + BATCH, pictures.size()));
      EstimateIngestResponse said =
          tasks()
              .estimateIngest(
                  EstimateIngestRequest.newBuilder().addAllRequests(requests(part)).build());
      if (said.getNewCount() != part.size()) {
        throw new IllegalStateException("some of these pictures are known: " + said);
      }
      sum =
          new Amount(
              sum.inputTokens() + said.getEstimatedInputTokens(),
              sum.outputTokens() + said.getEstimatedOutputTokens(),
              sum.microDollars() + said.getEstimatedCostMicroUsd());
    }
    return sum;
  }

  /** Returns when all are answered. */
  void answer(List<byte[]> pictures) throws InterruptedException {
    for (int from = 0; from < pictures.size(); from += BATCH) {
      List<byte[]> part = pictures.subList(from, Math.min(from + BATCH, pictures.size()));
      var _ =
          tasks()
              .batchIngest(BatchIngestRequest.newBuilder().addAllRequests(requests(part)).build());
    }
    answered += pictures.size();
    while (completed() < answered) {
      Thread.sleep(POLL);
    }
  }

  private long completed() {
    return queue().getCountsList().stream()
        .filter(count -> count.getStatus() == TaskStatus.TASK_STATUS_COMPLETED)
        .mapToLong(count -> count.getCount())
        .sum();
  }

  /** What all calls took until now, as the provider told. */
  Amount total() {
    var sum = new Amount(0, 0, 0);
    for (var key : queue().getQuotaKeysList()) {
      DayUsage today = key.getToday();
      sum =
          new Amount(
              sum.inputTokens() + today.getUsage().getInputTokens(),
              sum.outputTokens()
                  + today.getUsage().getOutputTokens()
                  + today.getUsage().getThinkingTokens(),
              sum.microDollars() + today.getCostMicroUsd());
    }
    return sum;
  }

  private Queue queue() {
    return QueueServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .getQueue(GetQueueRequest.getDefaultInstance())
        .getQueue();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
