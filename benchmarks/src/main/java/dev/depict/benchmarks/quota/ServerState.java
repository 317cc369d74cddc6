package dev.depict.benchmarks.quota;

import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.TaskCount;
import dev.depict.proto.v1.TaskStatus;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a server says of itself. */
final class ServerState {
  private ServerState() {}

  /** The limits that it keeps to, where it has them from, and how many tasks failed. */
  static String of(String address) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    try {
      Queue queue =
          QueueServiceGrpc.newBlockingStub(channel)
              .getQueue(GetQueueRequest.getDefaultInstance())
              .getQueue();
      return limits(queue) + "; " + failed(queue) + " tasks failed";
    } finally {
      channel.shutdownNow();
    }
  }

  private static String limits(Queue queue) {
    return queue.getQuotaKeysList().stream()
        .flatMap(key -> key.getLimitsList().stream())
        .map(ServerState::limit)
        .collect(Collectors.joining(", "));
  }

  private static String limit(QuotaLimit limit) {
    return "%d %s (%s)"
        .formatted(limit.getLimit(), limit.getKind(), limit.getOrigin())
        .toLowerCase(Locale.ROOT)
        .replace("quota_limit_kind_", "")
        .replace("quota_limit_origin_", "")
        .replace('_', ' ');
  }

  private static long failed(Queue queue) {
    return queue.getCountsList().stream()
        .filter(count -> count.getStatus() == TaskStatus.TASK_STATUS_FAILED)
        .mapToLong(TaskCount::getCount)
        .sum();
  }
}
