package dev.depict.cli.port;

import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens channels with what the server wants to see. */
final class Channels {
  /** A page of a thousand tasks with long texts must fit. */
  private static final int LARGEST_MESSAGE_BYTES = 64 << 20;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private Channels() {}

  /**
   * @throws CommandFailed when a file cannot be read, or does not hold what it should
   */
  static ManagedChannel open(String target, Credentials credentials) {
    ManagedChannelBuilder<?> builder =
        Grpc.newChannelBuilder(target, encryption(credentials))
            .maxInboundMessageSize(LARGEST_MESSAGE_BYTES);
    credentials.tokenFile().map(Channels::token).ifPresent(builder::intercept);
    return builder.build();
  }

  private static ChannelCredentials encryption(Credentials credentials) {
    if (!credentials.tls()) {
      return InsecureChannelCredentials.create();
    }
    TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
    try {
      Optional<Path> ca = credentials.ca();
      if (ca.isPresent()) {
        tls.trustManager(ca.get().toFile());
      }
      Optional<Credentials.Identity> identity = credentials.identity();
      if (identity.isPresent()) {
        tls.keyManager(identity.get().certificate().toFile(), identity.get().key().toFile());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailed.failure(
          "a file of TLS cannot be read: " + e.getMessage() + "; see `depict --help`");
    }
    return tls.build();
  }

  private static ClientInterceptor token(Path file) {
    String token;
    try {
      token = Files.readString(file).strip();
    } catch (IOException e) {
      throw CommandFailed.failure("the file of the token %s cannot be read".formatted(file));
    }
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw CommandFailed.failure(
          "the file %s does not hold one token, a word of letters and digits".formatted(file));
    }
    var headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }
}
