package dev.depict.benchmarks.quota;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands all pictures to a server. */
final class Feeder {
  private static final int PATIENCE_SECONDS = 60;

  private Feeder() {}

  static void feed(String address, List<byte[]> pictures) {
    ManagedChannel channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    try {
      var tasks = TaskServiceGrpc.newBlockingStub(channel);
      for (int number = 0; number < pictures.size(); number++) {
        var _ =
            tasks
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .ingest(
                    IngestRequest.newBuilder()
                        .setContent(ByteString.copyFrom(pictures.get(number)))
                        .setSource("picture " + number)
                        .setMode(IngestMode.INGEST_MODE_ASYNC)
                        .build());
      }
    } finally {
      channel.shutdownNow();
    }
  }
}
