package dev.depict.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.depict.bootstrap.config.Settings;
import dev.depict.sqlite.SqliteStore;
import jakarta.inject.Singleton;

/** The product: SQLite, real pictures, the configured analyzer, a socket. */
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
      SocketModule.class
    })
public interface DepictComponent extends Depict {
  /** The data folder, to announce the address in. */
  SqliteStore store();

  /** Puts a component together. */
  @Component.Factory
  interface Factory {
    DepictComponent create(@BindsInstance Settings settings);
  }
}
