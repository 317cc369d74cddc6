package dev.depict.cli.port;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach a server that does not let everybody in.
 *
 * @param tls whether the connection is encrypted
 * @param ca PEM file of who vouches for the server; absent for those that Java trusts
 * @param identity what shows who we are where the server asks for a certificate
 * @param tokenFile file with the token; what surrounds it is not part of it
 */
public record Credentials(
    boolean tls, Optional<Path> ca, Optional<Identity> identity, Optional<Path> tokenFile) {
  /** Plain text, and no token. */
  public static final Credentials NONE =
      new Credentials(false, Optional.empty(), Optional.empty(), Optional.empty());

  /** PEM files of a certificate and its key, which has no password. */
  public record Identity(Path certificate, Path key) {}

  /** The same without encryption, for a server of this process. */
  public Credentials inPlainText() {
    return new Credentials(false, Optional.empty(), Optional.empty(), tokenFile);
  }
}
