package dev.depict.grpc;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who is let in, and how. With neither tokens nor certificates of clients everybody who reaches the
 * server may do everything.
 *
 * @param tokens file of the tokens that are let in, read again when it changes
 */
public record Security(Optional<Tls> tls, Optional<Path> tokens) {
  /** Plain text, and everybody. */
  public static final Security NONE = new Security(Optional.empty(), Optional.empty());

  /**
   * Encryption. The files are read when the server is made.
   *
   * @param certificate PEM file of the server's certificate, followed by those that vouch for it
   * @param key PEM file of its private key, in PKCS #8 and without a password
   * @param clientCa PEM file of who vouches for clients; then only clients with such a certificate
   *     can connect
   */
  public record Tls(Path certificate, Path key, Optional<Path> clientCa) {}
}
