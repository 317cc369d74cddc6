package dev.depict.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.application.port.out.Timer;
import dev.depict.application.service.Analyzers;
import dev.depict.application.service.AwaitService;
import dev.depict.application.service.DispatchSettings;
import dev.depict.application.service.Dispatcher;
import dev.depict.application.service.Endings;
import dev.depict.application.service.EventTail;
import dev.depict.application.service.IngestService;
import dev.depict.application.service.QuestionDefaults;
import dev.depict.application.service.QueueControlService;
import dev.depict.application.service.TaskChanges;
import dev.depict.application.service.TaskListing;
import dev.depict.application.service.TaskLookup;
import dev.depict.application.service.WaitReasons;
import dev.depict.application.service.WatchService;
import dev.depict.bootstrap.config.Settings;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.quota.QuotaKey;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** The use cases and the dispatcher, on whatever adapters the other modules provide. */
@Module
public interface ApplicationModule {
  int INSTRUCTION_VERSION = 1;
  int SCHEMA_VERSION = 1;

  /** Pictures prepared ahead of their turn, per quota key. */
  int AHEAD_TASKS = 64;

  @Provides
  @Singleton
  static Analyzers analyzers(List<ImageAnalyzer> analyzers, QuotaKey configured) {
    return new Analyzers(analyzers, configured);
  }

  @Provides
  static WaitReasons waits(QueueControl control, Analyzers analyzers, RateLimiter limiter) {
    return new WaitReasons(control, analyzers, limiter);
  }

  @Provides
  static IngestImage ingest(
      TaskRepository tasks,
      MediaStore media,
      ImageInspector inspector,
      Analyzers analyzers,
      WaitReasons waits,
      IdSource ids,
      QuestionDefaults defaults) {
    return new IngestService(tasks, media, inspector, analyzers, waits, ids, defaults);
  }

  @Provides
  static QuestionDefaults defaults(Settings settings, ImagePreparer preparer) {
    return new QuestionDefaults(
        settings.language(),
        MediaResolution.HIGH,
        preparer.profile(),
        INSTRUCTION_VERSION,
        SCHEMA_VERSION);
  }

  @Provides
  static FindTask find(TaskRepository tasks, WaitReasons waits) {
    return new TaskLookup(tasks, waits);
  }

  @Provides
  static ListTasks list(TaskRepository tasks, EventLog events, WaitReasons waits) {
    return new TaskListing(tasks, events, waits);
  }

  @Provides
  @Singleton
  static TaskChanges changes(TaskRepository tasks, WaitReasons waits) {
    return new TaskChanges(tasks, waits);
  }

  @Binds
  CancelTask cancel(TaskChanges changes);

  @Binds
  RetryTask retry(TaskChanges changes);

  @Provides
  static ControlQueue control(
      QueueControl control, TaskQueue queue, Analyzers analyzers, WaitReasons waits) {
    return new QueueControlService(control, queue, analyzers, waits);
  }

  @Provides
  @Singleton
  static EventTail tail(EventLog log) {
    return new EventTail(log);
  }

  @Provides
  static WatchTasks watch(EventTail tail) {
    return new WatchService(tail);
  }

  @Provides
  @Singleton
  static AwaitTask await(FindTask tasks, EventTail tail, Timer timer, InstantSource clock) {
    return new AwaitService(tasks, tail, timer, clock);
  }

  @Provides
  static DispatchSettings dispatchSettings(Settings settings) {
    return new DispatchSettings(
        settings.concurrency(), AHEAD_TASKS, Runtime.getRuntime().maxMemory() / 4);
  }

  @Provides
  static Endings endings(
      Settings settings, IdSource ids, InstantSource clock, RandomGenerator random) {
    return new Endings(settings.retries(), ids, clock, random);
  }

  @Provides
  static Dispatcher.Ports dispatcherPorts(
      TaskQueue queue,
      QueueControl control,
      MediaStore media,
      ImagePreparer preparer,
      RateLimiter limiter,
      Timer timer,
      InstantSource clock) {
    return new Dispatcher.Ports(queue, control, media, preparer, limiter, timer, clock);
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
      Analyzers analyzers,
      Endings endings,
      DispatchSettings settings,
      Dispatcher.Threads threads) {
    return new Dispatcher(ports, analyzers, endings, settings, threads);
  }
}
