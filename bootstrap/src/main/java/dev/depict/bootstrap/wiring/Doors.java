package dev.depict.bootstrap.wiring;

import dev.depict.bootstrap.config.ServerSettings;
import dev.depict.grpc.Limits;
import dev.depict.grpc.Security;

/** Puts what is set about the server into its words. */
final class Doors {
  private Doors() {}

  static Security security(ServerSettings server) {
    return new Security(
        server.tls().map(tls -> new Security.Tls(tls.certificate(), tls.key(), tls.clientCa())),
        server.tokens());
  }

  static Limits limits(ServerSettings server) {
    ServerSettings.Limits set = server.limits();
    Limits usual = Limits.standard();
    Limits.Patience patience = usual.patience();
    long eighth = Math.max(set.messageBytes(), usual.bytesInFlight());
    return new Limits(
        set.messageBytes(),
        usual.metadataBytes(),
        set.bytesInFlight().orElse(eighth),
        set.connections(),
        usual.callsPerConnection(),
        set.calls(),
        set.watches(),
        new Limits.Patience(
            set.deadline(), set.stall(), patience.idleConnection(), patience.keepAlive()));
  }
}
