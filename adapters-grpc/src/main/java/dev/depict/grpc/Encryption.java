package dev.depict.grpc;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Makes TLS of its files. */
final class Encryption {
  private Encryption() {}

  /**
   * @throws ServerStartException when a file cannot be read, or is not what it should be
   */
  static SslContext context(Security.Tls tls) {
    readable("server.tls-certificate", tls.certificate());
    readable("server.tls-key", tls.key());
    tls.clientCa().ifPresent(ca -> readable("server.tls-client-ca", ca));
    if (!KeyPairs.belong(tls.certificate(), tls.key())) {
      throw unusable(tls, Optional.empty());
    }
    try {
      SslContextBuilder builder =
          GrpcSslContexts.forServer(tls.certificate().toFile(), tls.key().toFile());
      Optional<Path> ca = tls.clientCa();
      if (ca.isPresent()) {
        builder.trustManager(ca.get().toFile()).clientAuth(ClientAuth.REQUIRE);
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw unusable(tls, Optional.of(e));
    }
  }

  private static ServerStartException unusable(Security.Tls tls, Optional<Exception> cause) {
    String words =
        ("no TLS with the certificate %s and the key %s: both must be PEM files that belong"
                + " together, the key in PKCS #8 without a password%s")
            .formatted(
                tls.certificate(),
                tls.key(),
                tls.clientCa().map(ca -> ", and " + ca + " PEM certificates").orElse(""));
    return cause
        .map(why -> new ServerStartException(words, why))
        .orElseGet(() -> new ServerStartException(words));
  }

  private static void readable(String setting, Path file) {
    if (!Files.isReadable(file)) {
      throw new ServerStartException(
          "%s: the file %s is missing or cannot be read".formatted(setting, file));
    }
  }
}
