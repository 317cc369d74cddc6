package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.bootstrap.config.Settings;
import dev.depict.grpc.Listen;

/** The server listens on the configured address. */
@Module
public interface SocketModule {
  @Provides
  static Listen listen(Settings settings) {
    return new Listen.Tcp(settings.listen().getHostString(), settings.listen().getPort());
  }
}
