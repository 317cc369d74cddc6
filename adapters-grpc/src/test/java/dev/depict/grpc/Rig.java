package dev.depict.grpc;

import com.google.protobuf.ByteString;
import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.service.AwaitService;
import dev.depict.application.service.BulkChanges;
import dev.depict.application.service.Drafting;
import dev.depict.application.service.EventTail;
import dev.depict.application.service.FinishTimes;
import dev.depict.application.service.IngestService;
import dev.depict.application.service.MediaReading;
import dev.depict.application.service.NewTasks;
import dev.depict.application.service.Pictures;
import dev.depict.application.service.Provider;
import dev.depict.application.service.Providers;
import dev.depict.application.service.QuestionDefaults;
import dev.depict.application.service.ReanalyzeService;
import dev.depict.application.service.TaskChanges;
import dev.depict.application.service.TaskListing;
import dev.depict.application.service.TaskLookup;
import dev.depict.application.service.UploadService;
import dev.depict.application.service.WaitReasons;
import dev.depict.application.service.WatchService;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.PathNotAllowed;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.task.TaskId;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.analyzer.ScriptedAnalyzer;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.memory.InMemoryStore;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import dev.depict.testkit.time.SettableTimer;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A server in this process, over the real use cases and a store in memory. Time stands still, and
 * nobody answers but the test.
 */
final class Rig implements AutoCloseable {
  /** In bytes. */
  static final int LARGEST_UPLOAD = 1_000_000;

  /** How long a test waits for what must happen. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  static final ServerFacts FACTS =
      new ServerFacts("1.2.3", "node-1", "/data/depict", SettableClock.START);

  final SettableClock clock = new SettableClock();
  final InMemoryStore store;
  final RecordingTimer waitTimer = new RecordingTimer(new SettableTimer(clock));
  final RecordingTimer watchTimer = new RecordingTimer(new SettableTimer(clock));
  final ToldEstimate estimate = new ToldEstimate();
  final HeldProcessing processing = new HeldProcessing();
  final StoredQueue queue;
  final GrpcServer server;
  final ManagedChannel channel;
  private final EventTail tail;

  Rig() {
    this(StoreSetting.NO_LIMIT, UnaryOperator.identity(), UnaryOperator.identity());
  }

  Rig(
      long maxPending,
      UnaryOperator<UseCases> changedUseCases,
      UnaryOperator<GrpcSettings> changedSettings) {
    store = new InMemoryStore(new StoreSetting(clock, "node-1", maxPending));
    queue = new StoredQueue(store);
    tail = new EventTail(store.events());
    tail.start();
    String name = UUID.randomUUID().toString();
    server =
        new GrpcServer(
            changedUseCases.apply(useCases()),
            FACTS,
            changedSettings.apply(settings(new Listen.InProcess(name))),
            watchTimer,
            new SequentialIds());
    server.start();
    channel = InProcessChannelBuilder.forName(name).build();
  }

  /** Nobody looks for requests that stand still: its alarm would be among those of the watches. */
  private static GrpcSettings settings(Listen listen) {
    GrpcSettings standard = GrpcSettings.standard(listen);
    Limits.Patience usual = Limits.Patience.STANDARD;
    return standard.withLimits(
        standard
            .limits()
            .withPatience(
                new Limits.Patience(
                    usual.deadline(), Duration.ZERO, usual.idleConnection(), usual.keepAlive())));
  }

  UseCases useCases() {
    var providers =
        new Providers(
            List.of(Provider.unlimited(new ScriptedAnalyzer(TaskFixtures.KEY.provider()))),
            TaskFixtures.KEY);
    var waits = new WaitReasons(store.control(), providers);
    var finishTimes = new FinishTimes(store.backlog(), store.control(), providers);
    var find = new TaskLookup(store.tasks(), waits, finishTimes);
    return new UseCases(
        intake(providers, waits),
        new UseCases.Tasks(
            find,
            new TaskListing(store.tasks(), store.events(), waits, finishTimes),
            new AwaitService(find, tail, waitTimer, clock, new OtherHands()),
            new WatchService(tail),
            changes(waits)),
        new UseCases.Media(
            new UploadService(store.media(), Rig::inspect, LARGEST_UPLOAD),
            new MediaReading(store.media())),
        new UseCases.Queue(queue, processing, store.audit()::run));
  }

  private UseCases.Intake intake(Providers providers, WaitReasons waits) {
    var drafting =
        new Drafting(providers, new QuestionDefaults("en", MediaResolution.HIGH, "test-1", 1, 1));
    var pictures = new Pictures(store.media(), Rig::inspect, Rig::read);
    var ingest =
        new IngestService(
            store.tasks(),
            new NewTasks(store.tasks(), pictures, drafting, new SequentialIds()),
            waits);
    return new UseCases.Intake(
        ingest,
        ingest,
        estimate,
        new ReanalyzeService(
            store.tasks(), store.reanalyzable(), store.media(), drafting, estimate, ingest));
  }

  private UseCases.Changes changes(WaitReasons waits) {
    var single = new TaskChanges(store.tasks(), waits);
    return new UseCases.Changes(single, single, single, new BulkChanges(store.tasks()));
  }

  /** One folder may be read, and the content of a file is its path. */
  private static byte[] read(String path) {
    if (!path.startsWith("/pictures/")) {
      throw new PathNotAllowed(path, "it is no file inside a folder that may be read");
    }
    return path.getBytes(StandardCharsets.UTF_8);
  }

  private static Media inspect(byte[] content) {
    if (content[0] == '!') {
      throw new MediaRejected(MediaRejected.Reason.UNSUPPORTED, "these bytes are no picture");
    }
    return new Media(MediaDigest.of(content), MediaFormat.PNG, content.length, 640, 480);
  }

  TaskServiceGrpc.TaskServiceBlockingStub tasks() {
    return TaskServiceGrpc.newBlockingStub(channel).withDeadline(deadline());
  }

  TaskServiceGrpc.TaskServiceFutureStub tasksLater() {
    return TaskServiceGrpc.newFutureStub(channel);
  }

  TaskServiceGrpc.TaskServiceStub tasksStreaming() {
    return TaskServiceGrpc.newStub(channel);
  }

  MediaServiceGrpc.MediaServiceBlockingStub media() {
    return MediaServiceGrpc.newBlockingStub(channel).withDeadline(deadline());
  }

  MediaServiceGrpc.MediaServiceStub mediaStreaming() {
    return MediaServiceGrpc.newStub(channel);
  }

  QueueServiceGrpc.QueueServiceBlockingStub queue() {
    return QueueServiceGrpc.newBlockingStub(channel).withDeadline(deadline());
  }

  QueueServiceGrpc.QueueServiceFutureStub queueLater() {
    return QueueServiceGrpc.newFutureStub(channel);
  }

  static Deadline deadline() {
    return Deadline.after(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** A request to be answered at once, about a picture that the name stands for. */
  static IngestRequest.Builder async(String name) {
    return sync(name).setMode(IngestMode.INGEST_MODE_ASYNC);
  }

  static IngestRequest.Builder sync(String name) {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom("picture of " + name, StandardCharsets.UTF_8))
        .setSource(name);
  }

  Task ingest(String name) {
    return tasks().ingest(async(name).build()).getTask();
  }

  /** Claims a task and ends the attempt, without having sent anything. */
  void end(Task task, AttemptEnd end) {
    end(task, end, Expense.NOTHING);
  }

  void end(Task task, AttemptEnd end, Expense expense) {
    Claim claim = store.queue().claim(List.of(id(task))).getFirst();
    store.queue().end(claim.lease(), end, expense);
  }

  static TaskId id(Task task) {
    return new TaskId(UUID.fromString(task.getName().substring("tasks/".length())));
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.stop(PATIENCE);
    tail.close();
  }
}
