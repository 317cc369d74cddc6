package dev.depict.bootstrap.abuse;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.DaggerDepictComponent;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.domain.hash.Sha256;
import dev.depict.grpc.Listen;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** A whole server on a socket, with tight limits, and everything that it logs. */
final class Victim implements AutoCloseable {
  static final String TOKEN = "canary-token-77aa31";
  static final int MESSAGE_MIB = 21;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Depict depict;
  final ManagedChannel channel;

  Victim(Path folder, Map<String, String> more) throws IOException {
    log.start();
    root.addAppender(log);
    Path tokens = folder.resolve("tokens");
    byte[] hash = Sha256.of(TOKEN.getBytes(StandardCharsets.UTF_8));
    Files.writeString(tokens, "sha256:" + HexFormat.of().formatHex(hash) + " write tester\n");
    var flags = new HashMap<String, String>();
    flags.put("data.dir", folder.resolve("data").toString());
    flags.put("server.listen", "127.0.0.1:0");
    flags.put("server.tokens-file", tokens.toString());
    flags.put("analyzer", "offline");
    flags.put("worker.enabled", "false");
    flags.putAll(more);
    depict = DaggerDepictComponent.factory().create(Settings.read(flags, Map.of()));
    depict.server().start();
    channel = connect();
  }

  int port() {
    return ((Listen.Tcp) depict.grpc().address()).port();
  }

  /** A connection of its own, without a token. */
  ManagedChannel connect() {
    return Grpc.newChannelBuilder("127.0.0.1:" + port(), InsecureChannelCredentials.create())
        .build();
  }

  /** The usual connection, with the right token. */
  Channel known() {
    return bearing(TOKEN);
  }

  Channel bearing(String token) {
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** Everything that was logged, with the stack traces. */
  String logged() {
    return List.copyOf(log.list).stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    depict.server().stop(Duration.ZERO);
    root.detachAppender(log);
  }
}
