package dev.depict.bootstrap.abuse;

import dev.depict.bootstrap.program.Program;
import dev.depict.domain.hash.Sha256;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The packaged server in a process of its own, with tight limits and a small heap. */
final class Victim implements AutoCloseable {
  static final String TOKEN = "canary-token-77aa31";
  static final int MESSAGE_MIB = 21;
  static final int HEAP_MIB = 256;

  private final Program.Server server;
  final ManagedChannel channel;

  /**
   * @param settings as in the file of settings
   */
  Victim(Path folder, Map<String, String> settings) throws IOException {
    byte[] hash = Sha256.of(TOKEN.getBytes(StandardCharsets.UTF_8));
    Path tokens =
        Files.writeString(
            folder.resolve("tokens"),
            "sha256:" + HexFormat.of().formatHex(hash) + " write tester\n");
    List<String> flags = new ArrayList<>();
    flags.addAll(List.of("--server-tokens-file", tokens.toString()));
    flags.addAll(List.of("--worker-enabled", "false"));
    settings.forEach((name, value) -> flags.addAll(List.of("--" + name.replace('.', '-'), value)));
    server =
        Program.serve(
            Map.of("DEPICT_JAVA_OPTIONS", "-Xmx" + HEAP_MIB + "m"),
            folder.resolve("data"),
            flags.toArray(String[]::new));
    channel = connect();
  }

  int port() {
    return Integer.parseInt(server.address().substring(server.address().lastIndexOf(':') + 1));
  }

  /** What its process holds of the machine's memory. */
  Memory memory() throws IOException {
    return Memory.of(server.process().pid());
  }

  /** A connection of its own, without a token. */
  ManagedChannel connect() {
    return Grpc.newChannelBuilder(server.address(), InsecureChannelCredentials.create()).build();
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

  /** Everything that it has said so far, with the stack traces. */
  String logged() {
    return String.join("\n", server.log());
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.close();
  }
}
