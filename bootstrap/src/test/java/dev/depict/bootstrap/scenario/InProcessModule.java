package dev.depict.bootstrap.scenario;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.IdSource;
import dev.depict.grpc.Listen;
import jakarta.inject.Singleton;

/** In place of SocketModule. */
@Module
interface InProcessModule {
  @Provides
  @Singleton
  static Listen listen(IdSource ids) {
    return new Listen.InProcess("scenario-" + ids.next());
  }
}
