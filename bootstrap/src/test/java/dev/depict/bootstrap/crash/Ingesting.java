package dev.depict.bootstrap.crash;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.depict.testkit.picture.Pictures;
import java.util.List;

/** A caller that only ingests, one picture after the other. */
final class Ingesting {
  private Ingesting() {}

  /** Sends pictures with the numbers from one up to another, and writes down that they are kept. */
  static void send(TaskServiceBlockingStub server, AckLog log, int from, int to) {
    for (int number = from; number < to; number++) {
      byte[] picture = Pictures.png(number);
      var request =
          IngestRequest.newBuilder()
              .setContent(ByteString.copyFrom(picture))
              .setMode(IngestMode.INGEST_MODE_ASYNC)
              .build();
      String name = server.ingest(request).getTask().getName();
      log.add(List.of(Ack.of(Ack.Kind.CREATED, name, Digests.sha256(picture))));
    }
  }
}
