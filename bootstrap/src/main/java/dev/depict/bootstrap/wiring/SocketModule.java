package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.bootstrap.config.Settings;
import dev.depict.grpc.Listen;
import java.net.InetSocketAddress;

/** The server listens on the configured address. */
@Module
public interface SocketModule {
  @Provides
  static Listen listen(Settings settings) {
    InetSocketAddress address = settings.server().listen();
    return new Listen.Tcp(address.getHostString(), address.getPort());
  }
}
