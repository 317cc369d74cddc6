package dev.depict.bootstrap.errors;

import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.Ticker;
import dev.depict.application.port.out.Timer;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.wiring.AnalyzerModule;
import dev.depict.bootstrap.wiring.ApplicationModule;
import dev.depict.bootstrap.wiring.Depict;
import dev.depict.bootstrap.wiring.DispatchModule;
import dev.depict.bootstrap.wiring.GrpcModule;
import dev.depict.bootstrap.wiring.MediaModule;
import dev.depict.bootstrap.wiring.SocketModule;
import dev.depict.bootstrap.wiring.SqliteModule;
import dev.depict.bootstrap.wiring.ThreadModule;
import dev.depict.sqlite.SqliteStore;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import dev.depict.testkit.time.SettableTimer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The product on a socket, in a time that a test sets. */
@Singleton
@Component(
    modules = {
      AgingDepict.Time.class,
      ThreadModule.class,
      SqliteModule.class,
      MediaModule.class,
      AnalyzerModule.class,
      ApplicationModule.class,
      DispatchModule.class,
      GrpcModule.class,
      SocketModule.class
    })
interface AgingDepict extends Depict {
  SqliteStore store();

  /** Puts it together. */
  @Component.Factory
  interface Factory {
    AgingDepict create(@BindsInstance Settings settings, @BindsInstance SettableClock clock);
  }

  /** In place of TimeModule. */
  @Module
  interface Time {
    @Binds
    InstantSource clock(SettableClock clock);

    @Provides
    static Ticker ticker(SettableClock clock) {
      return clock.ticker();
    }

    @Provides
    @Singleton
    static RandomGenerator random() {
      return new Random(7);
    }

    @Provides
    @Singleton
    static IdSource ids() {
      return new SequentialIds();
    }

    @Provides
    @Singleton
    static Timer timer(SettableClock clock) {
      return new SettableTimer(clock);
    }
  }
}
