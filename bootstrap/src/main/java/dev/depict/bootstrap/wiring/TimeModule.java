package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.Ticker;
import dev.depict.application.port.out.Timer;
import dev.depict.bootstrap.lifecycle.Closing;
import dev.depict.domain.task.UuidV7;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The one place where the clock is read and randomness drawn. */
@Module
public interface TimeModule {
  @Provides
  static InstantSource clock() {
    return InstantSource.system();
  }

  @Provides
  static Ticker ticker() {
    return System::nanoTime;
  }

  @Provides
  static RandomGenerator random() {
    return () -> ThreadLocalRandom.current().nextLong();
  }

  @Provides
  @Singleton
  static IdSource ids(InstantSource clock, RandomGenerator random) {
    return () -> UuidV7.at(clock.instant(), random);
  }

  @Provides
  @Singleton
  static Timer timer(Closing closing) {
    return closing.register(new ScheduledTimer());
  }
}
