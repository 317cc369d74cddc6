package dev.depict.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.FlightRecorder;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.application.port.out.Timer;
import dev.depict.application.service.Darkroom;
import dev.depict.application.service.DispatchSettings;
import dev.depict.application.service.Dispatcher;
import dev.depict.application.service.Endings;
import dev.depict.application.service.Housekeeping;
import dev.depict.application.service.Providers;
import dev.depict.application.service.Workload;
import dev.depict.bootstrap.config.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** How the queue is worked, and what is cleared away. */
@Module
public interface DispatchModule {
  /** Pictures prepared ahead of their turn, per quota key. */
  int AHEAD_TASKS = 64;

  /** How long a request id is taken, and how long a picture stays that no task needs. */
  Duration REQUESTS = Duration.ofDays(7);

  Duration UNUSED_MEDIA = Duration.ofDays(1);

  @Provides
  static DispatchSettings dispatchSettings(Settings settings) {
    return DispatchSettings.forMemory(
        settings.worker().enabled(), AHEAD_TASKS, Runtime.getRuntime().maxMemory());
  }

  @Provides
  static Endings endings(
      Settings settings, IdSource ids, InstantSource clock, RandomGenerator random) {
    return new Endings(settings.retries(), ids, clock, random);
  }

  @Provides
  static Dispatcher.Ports dispatcherPorts(
      TaskQueue queue,
      TaskRepository tasks,
      QueueControl control,
      Darkroom darkroom,
      Timer timer,
      InstantSource clock) {
    return new Dispatcher.Ports(queue, tasks, control, darkroom, timer, clock);
  }

  @Provides
  static Dispatcher.Threads dispatcherThreads(
      @Decoding ExecutorService decoders, @Calls ExecutorService calls) {
    return new Dispatcher.Threads(decoders, calls);
  }

  @Provides
  @Singleton
  static Dispatcher dispatcher(
      Dispatcher.Ports ports,
      Providers providers,
      Endings endings,
      DispatchSettings settings,
      Dispatcher.Threads threads) {
    return new Dispatcher(ports, providers, endings, settings, threads);
  }

  @Binds
  Workload workload(Dispatcher dispatcher);

  @Provides
  static Darkroom darkroom(MediaStore media, ImagePreparer preparer, FlightRecorder recorder) {
    return new Darkroom(media, preparer, recorder);
  }

  @Provides
  @Singleton
  static Housekeeping housekeeping(
      Settings settings, Cleaner cleaner, Timer timer, @Calls ExecutorService executor) {
    var retention =
        new Cleaner.Retention(
            settings.retention().events(), REQUESTS, UNUSED_MEDIA, settings.retention().tasks());
    return new Housekeeping(cleaner, retention, timer, executor);
  }
}
