package dev.depict.bootstrap.config;

import dev.depict.cli.port.Credentials;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How commands reach a server. */
public record ClientSettings(Credentials credentials) {
  /** In place of a file: those whom Java trusts. */
  private static final String SYSTEM = "system";

  /**
   * Reads these settings alone: a command for a server elsewhere needs no others.
   *
   * @throws ConfigurationError for the first one that cannot be used
   */
  public static ClientSettings read(Map<String, String> flags, Map<String, String> environment) {
    var configuration = Configuration.read(flags, environment);
    var parse = new SettingParser(configuration);
    boolean system = SYSTEM.equals(configuration.text(Key.TLS_CA));
    Optional<Path> ca = system ? Optional.empty() : parse.file(Key.TLS_CA);
    boolean tls = system || ca.isPresent();
    return new ClientSettings(
        new Credentials(tls, ca, identity(configuration, parse, tls), parse.file(Key.TOKEN_FILE)));
  }

  private static Optional<Credentials.Identity> identity(
      Configuration configuration, SettingParser parse, boolean tls) {
    Optional<Path> certificate = parse.file(Key.TLS_CERTIFICATE);
    Optional<Path> key = parse.file(Key.TLS_KEY);
    if (certificate.isPresent() != key.isPresent() || (certificate.isPresent() && !tls)) {
      throw configuration.error(
          certificate.isPresent() ? Key.TLS_CERTIFICATE : Key.TLS_KEY,
          "is not enough: tls.ca, tls.certificate and tls.key go together");
    }
    return certificate.map(file -> new Credentials.Identity(file, key.orElseThrow()));
  }
}
