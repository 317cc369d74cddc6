package dev.depict.bootstrap.errors;

import dev.depict.bootstrap.config.Settings;
import dev.depict.domain.hash.Sha256;
import dev.depict.grpc.Listen;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Callers that show no token, a wrong one, too weak a one, or no certificate. */
final class AccessProvocations implements AutoCloseable {
  private static final String READER = "the-token-of-a-reader";

  private final Path folder;
  private final House guarded;

  AccessProvocations(Path folder) throws IOException {
    this.folder = folder;
    byte[] hash = Sha256.of(READER.getBytes(StandardCharsets.UTF_8));
    Path tokens =
        Files.writeString(
            Files.createDirectories(folder).resolve("tokens"),
            "sha256:" + HexFormat.of().formatHex(hash) + " read reader\n");
    guarded = new House(folder.resolve("data"), Map.of("server.tokens-file", tokens.toString()));
  }

  @Override
  public void close() {
    guarded.close();
  }

  List<Provocation> all() {
    return List.of(
        new Provocation(
            "TOKEN_MISSING",
            "a call without a token, where tokens are asked for",
            "`GetQueue` without an `authorization` header",
            () -> look(guarded.channel)),
        new Provocation(
            "TOKEN_UNKNOWN",
            "a token that is not in the file of tokens",
            "`GetQueue` with a made-up token",
            () -> look(bearing("made-up"))),
        new Provocation(
            "SCOPE_MISSING",
            "a call that changes something, with a `read` token",
            "`PauseQueue` with a `read` token",
            () ->
                QueueServiceGrpc.newBlockingStub(bearing(READER))
                    .pauseQueue(PauseQueueRequest.getDefaultInstance())),
        new Provocation(
            "CERTIFICATE_MISSING",
            "a connection without a certificate that names anybody",
            "`GetQueue` within the process; on a socket TLS refuses the connection before",
            this::withoutCertificate));
  }

  private void withoutCertificate() {
    Settings settings =
        Settings.read(
            Map.of(
                "data.dir", folder.resolve("certificates").toString(),
                "analyzer", "offline",
                "server.tls-certificate", "server.crt",
                "server.tls-key", "server.key",
                "server.tls-client-ca", "clients.crt"),
            Map.of());
    InProcessDepict depict = DaggerInProcessDepict.factory().create(settings);
    depict.server().start();
    ManagedChannel channel =
        InProcessChannelBuilder.forName(((Listen.InProcess) depict.grpc().address()).name())
            .build();
    try {
      look(channel);
    } finally {
      channel.shutdownNow();
      depict.server().stop(Duration.ZERO);
    }
  }

  private static void look(Channel channel) {
    QueueServiceGrpc.newBlockingStub(channel).getQueue(GetQueueRequest.getDefaultInstance());
  }

  private Channel bearing(String token) {
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return ClientInterceptors.intercept(
        guarded.channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }
}
