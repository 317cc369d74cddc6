package dev.depict.grpc;

import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** How calls get to the server. */
final class Transport {
  private static final int LAST_PORT = 65_535;
  private static final long HANDSHAKE_SECONDS = 10;

  /** Bytes of a connection that may wait unread; fixed, for by itself it would grow with demand. */
  private static final int WINDOW = 1 << 20;

  private static final String REMEDY =
      "; choose another address with --server-listen HOST:PORT, where port 0 is any free one";

  private Transport() {}

  /**
   * @throws ServerStartException when the address cannot be one, or a file of TLS cannot be used
   */
  static ServerBuilder<?> builder(GrpcSettings settings) {
    return switch (settings.listen()) {
      case Listen.Tcp tcp -> netty(tcp, settings);
      case Listen.InProcess inProcess -> InProcessServerBuilder.forName(inProcess.name());
    };
  }

  /** Says why nothing can listen there, and what to do. */
  static ServerStartException notListening(Listen listen, Exception cause) {
    return new ServerStartException("cannot listen on " + listen + why(cause) + REMEDY, cause);
  }

  private static String why(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("already in use") || message.contains("already registered")) {
        return ": another program, or another Depict, has it";
      }
      if (message.contains("Permission denied")) {
        return ": this user may not, ports below 1024 need more rights";
      }
      if (each instanceof BindException || message.contains("Cannot assign requested address")) {
        return ": this machine has no such address";
      }
    }
    return "";
  }

  private static ServerBuilder<?> netty(Listen.Tcp tcp, GrpcSettings settings) {
    Limits limits = settings.limits();
    long keepAlive = limits.patience().keepAlive().toMillis();
    var builder =
        NettyServerBuilder.forAddress(resolved(tcp))
            // Messages that are too large are refused by OpenCall and LateParsing, in the words of
            // the contract.
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .maxInboundMetadataSize(limits.metadataBytes())
            .maxConcurrentCallsPerConnection(limits.callsPerConnection())
            .flowControlWindow(WINDOW)
            .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
            .maxConnectionIdle(limits.patience().idleConnection().toMillis(), TimeUnit.MILLISECONDS)
            .keepAliveTime(keepAlive, TimeUnit.MILLISECONDS)
            .permitKeepAliveTime(keepAlive / 6, TimeUnit.MILLISECONDS)
            .permitKeepAliveWithoutCalls(true);
    settings.security().tls().map(Encryption::context).ifPresent(builder::sslContext);
    return builder;
  }

  private static InetSocketAddress resolved(Listen.Tcp tcp) {
    if (tcp.port() < 0 || tcp.port() > LAST_PORT) {
      throw new ServerStartException(
          "cannot listen on " + tcp + ": a port is a number from 0 to 65535" + REMEDY);
    }
    var address = new InetSocketAddress(tcp.host(), tcp.port());
    if (address.isUnresolved()) {
      throw new ServerStartException(
          "cannot listen on " + tcp + ": nobody knows a host '" + tcp.host() + "'" + REMEDY);
    }
    return address;
  }
}
