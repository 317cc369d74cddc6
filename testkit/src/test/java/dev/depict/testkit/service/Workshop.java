package dev.depict.testkit.service;

import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.service.AwaitService;
import dev.depict.application.service.Darkroom;
import dev.depict.application.service.DispatchSettings;
import dev.depict.application.service.Dispatcher;
import dev.depict.application.service.Drafting;
import dev.depict.application.service.Endings;
import dev.depict.application.service.EstimateService;
import dev.depict.application.service.EventTail;
import dev.depict.application.service.FinishTimes;
import dev.depict.application.service.IngestService;
import dev.depict.application.service.NewTasks;
import dev.depict.application.service.Pictures;
import dev.depict.application.service.ProcessService;
import dev.depict.application.service.Provider;
import dev.depict.application.service.Providers;
import dev.depict.application.service.QuestionDefaults;
import dev.depict.application.service.QueueControlService;
import dev.depict.application.service.TaskChanges;
import dev.depict.application.service.TaskListing;
import dev.depict.application.service.TaskLookup;
import dev.depict.application.service.WaitReasons;
import dev.depict.application.service.WatchService;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.PathNotAllowed;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.RetryPolicy;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.analyzer.ScriptedAnalyzer;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.memory.InMemoryStore;
import dev.depict.testkit.picture.PlainPictures;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import dev.depict.testkit.time.SettableTimer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The use cases and the dispatcher over in-memory adapters, in settable time. Pictures are prepared
 * by the dispatcher's own thread, so that tests know what is prepared.
 */
final class Workshop implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final SettableClock clock = new SettableClock();
  final SettableTimer timer = new SettableTimer(clock);
  final InMemoryStore store = new InMemoryStore(new StoreSetting(clock, "node-1", 1_000));
  final CountedQueue queue = new CountedQueue(store.queue());
  final ScriptedAnalyzer analyzer = new ScriptedAnalyzer("scripted");
  final PlainPictures pictures = new PlainPictures();
  final Providers providers;
  final WaitReasons waits;
  final EventTail tail;
  final Drafting drafting;
  final IngestService ingest;
  final TaskLookup lookup;
  final TaskChanges changes;
  final TaskListing listing;
  final WatchService watch;
  final AwaitTask await;
  final Dispatcher dispatcher;
  final ProcessService process;
  final QueueControlService control;
  final EstimateService estimate;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final List<TaskEvent> seen = new ArrayList<>();

  Workshop(int concurrency) {
    this(new Plan(concurrency));
  }

  /**
   * What is to be different.
   *
   * @param analyzer stands in for the scripted analyzer
   * @param preparer stands in for the one that sends any bytes as they are
   * @param limiter stands in for the one that always grants
   * @param working whether tasks are started without being asked for
   */
  record Plan(
      int concurrency,
      Optional<ImageAnalyzer> analyzer,
      Optional<ImagePreparer> preparer,
      Optional<RateLimiter> limiter,
      boolean working) {
    Plan(int concurrency) {
      this(concurrency, Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    Plan with(ImageAnalyzer other) {
      return new Plan(concurrency, Optional.of(other), preparer, limiter, working);
    }

    Plan with(ImagePreparer other) {
      return new Plan(concurrency, analyzer, Optional.of(other), limiter, working);
    }

    Plan with(RateLimiter other) {
      return new Plan(concurrency, analyzer, preparer, Optional.of(other), working);
    }

    Plan byHand() {
      return new Plan(concurrency, analyzer, preparer, limiter, false);
    }
  }

  Workshop(Plan plan) {
    var ids = new SequentialIds();
    var answering = new Narrow(plan.analyzer().orElse(analyzer), plan.concurrency());
    Provider free = Provider.unlimited(answering);
    RateLimiter limiter = plan.limiter().orElse(free.limiter());
    providers =
        new Providers(
            List.of(new Provider(answering, free.models(), limiter, free.gauge())),
            new QuotaKey("scripted", "", "model-a"));
    waits = new WaitReasons(store.control(), providers);
    var finishTimes = new FinishTimes(store.backlog(), store.control(), providers);
    tail = new EventTail(store.events());
    lookup = new TaskLookup(store.tasks(), waits, finishTimes);
    changes = new TaskChanges(store.tasks(), waits);
    listing = new TaskListing(store.tasks(), store.events(), waits, finishTimes);
    watch = new WatchService(tail);
    var defaults = new QuestionDefaults("en", MediaResolution.HIGH, "plain-1", 1, 1);
    drafting = new Drafting(providers, defaults);
    var looking = new Pictures(store.media(), pictures, Workshop::noFile);
    ingest =
        new IngestService(
            store.tasks(), new NewTasks(store.tasks(), looking, drafting, ids), waits);
    estimate =
        new EstimateService(looking, drafting, store.questions(), store.control(), finishTimes);
    dispatcher =
        new Dispatcher(
            new Dispatcher.Ports(
                queue,
                store.tasks(),
                store.control(),
                new Darkroom(store.media(), plan.preparer().orElse(pictures), store.recorder()),
                timer,
                clock),
            providers,
            new Endings(RetryPolicy.DEFAULT, ids, clock, new Random(7)),
            new DispatchSettings(plan.working(), 8, 1 << 20, 1 << 20),
            new Dispatcher.Threads(Runnable::run, calls));
    await = new AwaitService(lookup, tail, timer, clock, dispatcher);
    process =
        new ProcessService(store.tasks(), store.queue(), store.control(), waits, dispatcher, clock);
    control =
        new QueueControlService(
            store.control(), store.usage(), providers, waits, finishTimes, dispatcher, clock);
    tail.listen(this::remember);
    tail.start();
  }

  private static byte[] noFile(String path) {
    throw new PathNotAllowed(path, "this server reads no files by itself");
  }

  /** An analyzer that takes fewer calls at once than it could. */
  private record Narrow(ImageAnalyzer wide, int concurrency) implements ImageAnalyzer {
    @Override
    public String provider() {
      return wide.provider();
    }

    @Override
    public Outcome analyze(PreparedImage image, Question question, Call call) {
      return wide.analyze(image, question, call);
    }
  }

  TaskId ingest(String picture) {
    return ingest(picture, Lane.NORMAL);
  }

  TaskId ingest(String picture, Lane lane) {
    return ingested(command(picture, lane)).view().task().id();
  }

  /** What a caller gets who waits until the picture is stored. */
  IngestImage.Result ingested(IngestImage.Command command) {
    try {
      return ingest.ingest(command).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CallerMistake mistake ? mistake : e;
    }
  }

  static IngestImage.Command command(String picture, Lane lane) {
    return new IngestImage.Command(
        "local",
        new IngestImage.Picture.Content(picture.getBytes(StandardCharsets.UTF_8)),
        picture,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(lane),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  Task task(TaskId id) {
    return lookup.find(id).task();
  }

  TaskView view(TaskId id) {
    return lookup.find(id);
  }

  private synchronized void remember(List<TaskEvent> events) {
    seen.addAll(events);
    notifyAll();
  }

  /** Waits for an event, also one that has come already. */
  synchronized TaskEvent awaitEvent(Predicate<TaskEvent> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<TaskEvent> found = seen.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("not seen within " + PATIENCE + "; seen: " + seen);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** Waits until the task is final, and shows it. */
  Task awaitEnd(TaskId id) {
    return awaitEvent(event ->
            event.taskId().equals(id)
                && event.status().map(status -> status.isFinal()).orElse(true))
        .task()
        .orElseThrow();
  }

  @Override
  public void close() {
    analyzer.release();
    dispatcher.close();
    tail.close();
    calls.shutdownNow();
    store.close();
  }
}
