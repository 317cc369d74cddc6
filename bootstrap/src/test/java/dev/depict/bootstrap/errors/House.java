package dev.depict.bootstrap.errors;

import com.google.protobuf.ByteString;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.DaggerDepictComponent;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.grpc.Listen;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.picture.Pictures;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as it is, on a socket and a database file, with a client. */
final class House implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  final Depict depict;
  final ManagedChannel channel;

  /** Starts it. */
  House(Depict depict) {
    this.depict = depict;
    depict.server().start();
    channel =
        Grpc.newChannelBuilder(
                "127.0.0.1:" + ((Listen.Tcp) depict.grpc().address()).port(),
                InsecureChannelCredentials.create())
            .build();
  }

  House(Path data, Map<String, String> settings) {
    this(DaggerDepictComponent.factory().create(settings(data, settings)));
  }

  /**
   * Without a key, and nobody works, unless that is set otherwise.
   *
   * @param more those that differ
   */
  static Settings settings(Path data, Map<String, String> more) {
    var flags = new HashMap<String, String>();
    flags.put("data.dir", data.toString());
    flags.put("server.listen", "127.0.0.1:0");
    flags.put("analyzer", "offline");
    flags.put("worker.enabled", "false");
    flags.putAll(more);
    return Settings.read(flags, Map.of());
  }

  TaskServiceGrpc.TaskServiceBlockingStub tasks() {
    return TaskServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  MediaServiceGrpc.MediaServiceBlockingStub media() {
    return MediaServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A request about a small picture, each number another one. */
  static IngestRequest.Builder picture(int number) {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(Pictures.png(number, 16, 16)))
        .setMode(IngestMode.INGEST_MODE_ASYNC);
  }

  Task ingest(IngestRequest.Builder request) {
    return tasks().ingest(request.build()).getTask();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    depict.server().stop(Duration.ZERO);
  }
}
