package dev.depict.bootstrap.errors;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.IdSource;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.AnalyzerModule;
import dev.depict.bootstrap.wiring.ApplicationModule;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.bootstrap.wiring.DispatchModule;
import dev.depict.bootstrap.wiring.GrpcModule;
import dev.depict.bootstrap.wiring.MediaModule;
import dev.depict.bootstrap.wiring.SqliteModule;
import dev.depict.bootstrap.wiring.ThreadModule;
import dev.depict.bootstrap.wiring.TimeModule;
import dev.depict.grpc.Listen;
import jakarta.inject.Singleton;

/** The product, called within this process. */
@Singleton
@Component(
    modules = {
      TimeModule.class,
      ThreadModule.class,
      SqliteModule.class,
      MediaModule.class,
      AnalyzerModule.class,
      ApplicationModule.class,
      DispatchModule.class,
      GrpcModule.class,
      InProcessDepict.Place.class
    })
interface InProcessDepict extends Depict {
  /** Puts it together. */
  @Component.Factory
  interface Factory {
    InProcessDepict create(@BindsInstance Settings settings);
  }

  /** In place of SocketModule. */
  @Module
  interface Place {
    @Provides
    @Singleton
    static Listen listen(IdSource ids) {
      return new Listen.InProcess("errors-" + ids.next());
    }
  }
}
