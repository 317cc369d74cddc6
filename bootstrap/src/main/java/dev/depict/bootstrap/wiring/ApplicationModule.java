package dev.depict.bootstrap.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ChangeTasks;
import dev.depict.application.port.in.CheckData;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.DeleteTask;
import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.in.ReadMedia;
import dev.depict.application.port.in.ReanalyzeTasks;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.WatchTasks;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Backlog;
import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.KnownQuestions;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.PictureFiles;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.Reanalyzable;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.application.port.out.Timer;
import dev.depict.application.port.out.UsageBook;
import dev.depict.application.service.AwaitService;
import dev.depict.application.service.BulkChanges;
import dev.depict.application.service.Dispatcher;
import dev.depict.application.service.Drafting;
import dev.depict.application.service.EstimateService;
import dev.depict.application.service.EventTail;
import dev.depict.application.service.FinishTimes;
import dev.depict.application.service.IngestService;
import dev.depict.application.service.MediaReading;
import dev.depict.application.service.NewTasks;
import dev.depict.application.service.Pictures;
import dev.depict.application.service.ProcessService;
import dev.depict.application.service.Provider;
import dev.depict.application.service.Providers;
import dev.depict.application.service.QuestionDefaults;
import dev.depict.application.service.QueueControlService;
import dev.depict.application.service.ReanalyzeService;
import dev.depict.application.service.TaskChanges;
import dev.depict.application.service.TaskListing;
import dev.depict.application.service.TaskLookup;
import dev.depict.application.service.WaitReasons;
import dev.depict.application.service.WatchService;
import dev.depict.application.service.Workload;
import dev.depict.bootstrap.config.Settings;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.gemini.GeminiImageAnalyzer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** The use cases, on whatever adapters the other modules provide. */
@Module
public interface ApplicationModule {
  @Provides
  @Singleton
  static Providers providers(List<Provider> providers, QuotaKey configured) {
    return new Providers(providers, configured);
  }

  @Provides
  static WaitReasons waits(QueueControl control, Providers providers) {
    return new WaitReasons(control, providers);
  }

  @Provides
  static FinishTimes finishTimes(Backlog backlog, QueueControl control, Providers providers) {
    return new FinishTimes(backlog, control, providers);
  }

  @Provides
  static Drafting drafting(Providers providers, QuestionDefaults defaults) {
    return new Drafting(providers, defaults);
  }

  @Provides
  static Pictures pictures(MediaStore media, ImageInspector inspector, PictureFiles files) {
    return new Pictures(media, inspector, files);
  }

  @Provides
  static NewTasks drafts(TaskRepository tasks, Pictures pictures, Drafting drafting, IdSource ids) {
    return new NewTasks(tasks, pictures, drafting, ids);
  }

  @Provides
  @Singleton
  static IngestService ingesting(TaskRepository tasks, NewTasks drafts, WaitReasons waits) {
    return new IngestService(tasks, drafts, waits);
  }

  @Binds
  IngestImage ingest(IngestService service);

  @Binds
  IngestImages ingestMany(IngestService service);

  @Provides
  static EstimateIngest estimate(
      Pictures pictures,
      Drafting drafting,
      KnownQuestions questions,
      QueueControl control,
      FinishTimes finishTimes) {
    return new EstimateService(pictures, drafting, questions, control, finishTimes);
  }

  @Provides
  static QuestionDefaults defaults(Settings settings, ImagePreparer preparer) {
    return new QuestionDefaults(
        settings.language(),
        MediaResolution.HIGH,
        preparer.profile(),
        GeminiImageAnalyzer.INSTRUCTION_VERSION,
        GeminiImageAnalyzer.SCHEMA_VERSION);
  }

  @Provides
  static FindTask find(TaskRepository tasks, WaitReasons waits, FinishTimes finishTimes) {
    return new TaskLookup(tasks, waits, finishTimes);
  }

  @Provides
  static ListTasks list(
      TaskRepository tasks, EventLog events, WaitReasons waits, FinishTimes finishTimes) {
    return new TaskListing(tasks, events, waits, finishTimes);
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

  @Binds
  DeleteTask delete(TaskChanges changes);

  @Provides
  static ChangeTasks changeMany(TaskRepository tasks) {
    return new BulkChanges(tasks);
  }

  @Provides
  static ReanalyzeTasks reanalyze(
      TaskRepository tasks,
      Reanalyzable candidates,
      MediaStore media,
      Drafting drafting,
      EstimateIngest estimates,
      IngestImages ingest) {
    return new ReanalyzeService(tasks, candidates, media, drafting, estimates, ingest);
  }

  @Provides
  static ReadMedia readMedia(MediaStore media) {
    return new MediaReading(media);
  }

  @Provides
  static CheckData check(Audit audit) {
    return audit::run;
  }

  @Provides
  static ControlQueue control(
      QueueControl control,
      UsageBook usage,
      Providers providers,
      WaitReasons waits,
      FinishTimes finishTimes,
      Workload workload,
      InstantSource clock) {
    return new QueueControlService(control, usage, providers, waits, finishTimes, workload, clock);
  }

  @Provides
  static ProcessQueue process(
      TaskRepository tasks,
      TaskQueue queue,
      QueueControl control,
      WaitReasons waits,
      Dispatcher dispatcher,
      InstantSource clock) {
    return new ProcessService(tasks, queue, control, waits, dispatcher, clock);
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
  static AwaitTask await(
      FindTask tasks, EventTail tail, Timer timer, InstantSource clock, Workload workload) {
    return new AwaitService(tasks, tail, timer, clock, workload);
  }
}
