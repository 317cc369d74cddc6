package dev.depict.bootstrap;

import dev.depict.bootstrap.config.Key;
import dev.depict.cli.port.Credentials;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody should know who talks to a server without TLS. */
final class PlainText {
  /** This machine, by the names that stand for it; what goes there is seen by nobody else. */
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127(\\.\\d{1,3}){3}|\\[::1]|::1)(:\\d+)?", Pattern.CASE_INSENSITIVE);

  private PlainText() {}

  /**
   * Words for a caller whose token anybody on the way could read; none for any other.
   *
   * @param target {@code host:port}
   */
  static List<String> warnings(String target, Credentials credentials) {
    if (credentials.tls()
        || credentials.tokenFile().isEmpty()
        || LOOPBACK.matcher(target).matches()) {
      return List.of();
    }
    return List.of(
        "the token goes to %1$s unencrypted, and whoever sees the traffic can use it; set %2$s FILE, or %2$s system"
            .formatted(target, Key.TLS_CA.flag()));
  }
}
