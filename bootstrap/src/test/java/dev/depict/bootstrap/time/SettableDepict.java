package dev.depict.bootstrap.time;

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

/** The product, with a clock that a test sets. */
@Singleton
@Component(
    modules = {
      SettableDepict.Time.class,
      ThreadModule.class,
      SqliteModule.class,
      MediaModule.class,
      AnalyzerModule.class,
      ApplicationModule.class,
      DispatchModule.class,
      GrpcModule.class,
      SocketModule.class
    })
public interface SettableDepict extends Depict {
  /** What is kept, as a test may break it. */
  SqliteStore store();

  /** Puts it together. */
  @Component.Factory
  interface Factory {
    SettableDepict create(@BindsInstance Settings settings, @BindsInstance SettableClock clock);
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
    static IdSource ids(SettableClock clock) {
      return new SequentialIds(clock.instant());
    }

    @Provides
    @Singleton
    static Timer timer(SettableClock clock) {
      return new SettableTimer(clock);
    }
  }
}
