package dev.depict.bootstrap.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the gRPC server is reached, by whom, and what they may take of it.
 *
 * @param tokens file of the tokens that may call
 */
public record ServerSettings(
    InetSocketAddress listen, Optional<Tls> tls, Optional<Path> tokens, Limits limits) {

  /**
   * Encryption.
   *
   * @param clientCa who vouches for clients, if they must have a certificate
   */
  public record Tls(Path certificate, Path key, Optional<Path> clientCa) {}

  /**
   * What clients may take.
   *
   * @param messageBytes of one message
   * @param bytesInFlight of all requests under way; absent for what suits the heap
   * @param deadline of a call that brings none
   * @param stall how long a request may stand still on its way; zero for ever
   */
  public record Limits(
      int messageBytes,
      Optional<Long> bytesInFlight,
      int connections,
      int calls,
      int watches,
      Duration deadline,
      Duration stall) {}

  /**
   * @throws ConfigurationError when one cannot be used, or other machines could connect unseen
   */
  static ServerSettings of(Configuration configuration, SettingParser parse) {
    var server =
        new ServerSettings(
            parse.address(Key.SERVER_LISTEN),
            tls(configuration, parse),
            parse.file(Key.SERVER_TOKENS_FILE),
            limits(configuration, parse));
    if (!parse.flag(Key.SERVER_INSECURE)) {
      server.refuseStrangers(configuration);
    }
    return server;
  }

  private static Optional<Tls> tls(Configuration configuration, SettingParser parse) {
    Optional<Path> certificate = parse.file(Key.SERVER_TLS_CERTIFICATE);
    Optional<Path> key = parse.file(Key.SERVER_TLS_KEY);
    Optional<Path> clientCa = parse.file(Key.SERVER_TLS_CLIENT_CA);
    if (certificate.isPresent() != key.isPresent()) {
      throw configuration.error(
          certificate.isPresent() ? Key.SERVER_TLS_CERTIFICATE : Key.SERVER_TLS_KEY,
          "is half of it; set server.tls-certificate and server.tls-key, or neither");
    }
    if (clientCa.isPresent() && certificate.isEmpty()) {
      throw configuration.error(
          Key.SERVER_TLS_CLIENT_CA, "needs server.tls-certificate and server.tls-key");
    }
    return certificate.map(file -> new Tls(file, key.orElseThrow(), clientCa));
  }

  private static Limits limits(Configuration configuration, SettingParser parse) {
    int message = parse.number(Key.SERVER_MAX_MESSAGE, 1, 128) << 20;
    long inFlight = (long) parse.number(Key.SERVER_MAX_BYTES_IN_FLIGHT, 0, 1 << 20) << 20;
    if (inFlight > 0 && inFlight < message) {
      throw configuration.error(
          Key.SERVER_MAX_BYTES_IN_FLIGHT, "is less than one message, server.max-message-mib");
    }
    return new Limits(
        message,
        inFlight == 0 ? Optional.empty() : Optional.of(inFlight),
        parse.number(Key.SERVER_MAX_CONNECTIONS, 1, 1_000_000),
        parse.number(Key.SERVER_MAX_CALLS, 1, 1_000_000),
        parse.number(Key.SERVER_MAX_WATCHES, 1, 1_000_000),
        parse.duration(Key.SERVER_DEFAULT_DEADLINE, Duration.ofSeconds(1), Duration.ofDays(1)),
        parse.duration(Key.SERVER_STALL_TIMEOUT, Duration.ZERO, Duration.ofDays(1)));
  }

  private void refuseStrangers(Configuration configuration) {
    boolean known = tokens.isPresent() || tls.flatMap(Tls::clientCa).isPresent();
    if (!listen.getAddress().isLoopbackAddress() && !(tls.isPresent() && known)) {
      throw configuration.error(
          Key.SERVER_LISTEN,
          "is reachable from other machines; set server.tls-certificate and server.tls-key, and"
              + " server.tokens-file or server.tls-client-ca; or use a loopback address such as"
              + " 127.0.0.1:50051; or set server.insecure=true to let everybody in");
    }
  }
}
