package dev.depict.grpc;

import dev.depict.grpc.access.Caller;
import dev.depict.grpc.access.Scope;
import dev.depict.grpc.access.TokenFile;
import dev.depict.grpc.access.TokensUnusable;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Knows callers: by their token where tokens are asked for, else by the certificate they connected
 * with, else all of them as {@link Principal#LOCAL}.
 */
final class Doorkeeper {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final String SCHEME = "bearer ";
  private static final String HOW =
      "; send a header 'authorization: Bearer TOKEN' (depict: --token-file FILE)";

  private final Optional<TokenFile> tokens;
  private final boolean certificates;

  private Doorkeeper(Optional<TokenFile> tokens, boolean certificates) {
    this.tokens = tokens;
    this.certificates = certificates;
  }

  /**
   * @throws ServerStartException when the file of tokens cannot be used
   */
  static Doorkeeper of(Security security) {
    try {
      return new Doorkeeper(
          security.tokens().map(TokenFile::new),
          security.tls().flatMap(Security.Tls::clientCa).isPresent());
    } catch (TokensUnusable e) {
      throw new ServerStartException(
          e.getMessage() + "; each line is 'sha256:<64 hex digits> read|write [name]'", e);
    }
  }

  /**
   * Who calls.
   *
   * @throws Refusal when a token is missing or unknown
   */
  Caller caller(Attributes transport, Metadata headers) {
    if (tokens.isPresent()) {
      return tokens
          .get()
          .find(token(headers))
          .orElseThrow(() ->
              new Refusal(
                  Reason.TOKEN_UNKNOWN, "this server does not know the token that came" + HOW));
    }
    return new Caller(certificates ? subject(transport) : Principal.LOCAL, Scope.WRITE);
  }

  private static String token(Metadata headers) {
    String header = headers.get(AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new Refusal(Reason.TOKEN_MISSING, "this server wants a token, and none came" + HOW);
    }
    return header.substring(SCHEME.length()).strip();
  }

  private static String subject(Attributes transport) {
    SSLSession session = transport.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    try {
      if (session != null) {
        return session.getPeerPrincipal().getName();
      }
    } catch (SSLPeerUnverifiedException e) {
      // Said below: whoever has no certificate must not have come so far.
    }
    throw new Refusal(
        Reason.CERTIFICATE_MISSING,
        "this server wants a certificate of its clients, and none came");
  }
}
