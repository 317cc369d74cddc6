package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.CancelTaskResponse;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.GetTaskResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.RetryTaskResponse;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WaitTaskResponse;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;

/** Takes pictures and tells what became of them. */
final class GrpcTaskService extends TaskServiceGrpc.TaskServiceImplBase {
  /** Whom tasks belong to as long as callers do not say who they are. */
  private static final String PRINCIPAL = "local";

  private final UseCases.Tasks useCases;
  private final Duration standardWait;
  private final OpenWaits waits;
  private final OpenWatches watches;

  GrpcTaskService(
      UseCases.Tasks useCases, Duration standardWait, OpenWaits waits, OpenWatches watches) {
    this.useCases = useCases;
    this.standardWait = standardWait;
    this.waits = waits;
    this.watches = watches;
  }

  @Override
  public void ingest(IngestRequest request, StreamObserver<IngestResponse> call) {
    IngestImage.Result result = useCases.ingest().ingest(IngestMapper.command(request, PRINCIPAL));
    boolean replayed = result.replayed();
    if (!IngestMapper.isSync(request) || result.view().task().status().isFinal()) {
      Replies.one(call, ingested(result.view(), replayed));
      return;
    }
    Duration wait = IngestMapper.maxWait(request).orElse(standardWait);
    waits.open(
        result.view().task().id(),
        wait,
        Patience.WHILE_HOPEFUL,
        call,
        view -> ingested(view, replayed));
  }

  @Override
  public void estimateIngest(
      EstimateIngestRequest request, StreamObserver<EstimateIngestResponse> call) {
    EstimateMapper entries = EstimateMapper.of(request, PRINCIPAL);
    Replies.one(call, entries.response(useCases.estimate().estimate(entries.commands())));
  }

  @Override
  public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> call) {
    TaskId id = ResourceNames.requiredTask(request.getName());
    TaskView view = useCases.find().find(id);
    var task = TaskMapper.task(view).toBuilder();
    if (request.getView() == dev.depict.proto.v1.TaskView.TASK_VIEW_FULL) {
      task.addAllAttempts(
          AttemptMapper.attempts(useCases.find().attempts(id), view.task().status()));
    }
    Replies.one(call, GetTaskResponse.newBuilder().setTask(task).build());
  }

  @Override
  public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> call) {
    ListRequest list = ListRequest.of(request);
    ListTasks.Page page = useCases.list().list(list.filter(), list.before(), list.size());
    Replies.one(call, list.response(page));
  }

  @Override
  public void waitTask(WaitTaskRequest request, StreamObserver<WaitTaskResponse> call) {
    var violations = new Violations();
    Optional<TaskId> id = ResourceNames.task("name", request.getName(), violations);
    Optional<Duration> asked =
        request.hasMaxWait()
            ? WaitLimit.asked(request.getMaxWait(), violations)
            : Optional.of(standardWait);
    violations.throwIfAny();
    waits.open(
        id.orElseThrow(), asked.orElseThrow(), Patience.TO_THE_END, call, GrpcTaskService::waited);
  }

  @Override
  public void watchTasks(WatchTasksRequest request, StreamObserver<WatchTasksResponse> call) {
    var violations = new Violations();
    var after = ResumeToken.read(request.getResumeToken(), violations);
    TaskFilter filter = FilterMapper.filter(request.getFilter(), violations);
    violations.throwIfAny();
    watches.open(after, filter, call);
  }

  @Override
  public void cancelTask(CancelTaskRequest request, StreamObserver<CancelTaskResponse> call) {
    TaskView view = cancelled(ResourceNames.requiredTask(request.getName()));
    Replies.one(call, CancelTaskResponse.newBuilder().setTask(TaskMapper.task(view)).build());
  }

  @Override
  public void retryTask(RetryTaskRequest request, StreamObserver<RetryTaskResponse> call) {
    TaskView view = useCases.retry().retry(ResourceNames.requiredTask(request.getName()));
    Replies.one(call, RetryTaskResponse.newBuilder().setTask(TaskMapper.task(view)).build());
  }

  /** Cancelling twice is no mistake: a repeated call must get the answer that was lost. */
  private TaskView cancelled(TaskId id) {
    try {
      return useCases.cancel().cancel(id);
    } catch (TaskAlreadyFinal ended) {
      if (ended.status() == TaskStatus.CANCELLED) {
        return useCases.find().find(id);
      }
      throw ended;
    }
  }

  private static IngestResponse ingested(TaskView view, boolean replayed) {
    return IngestResponse.newBuilder()
        .setTask(TaskMapper.task(view))
        .setDone(view.task().status().isFinal())
        .setReplayed(replayed)
        .build();
  }

  private static WaitTaskResponse waited(TaskView view) {
    return WaitTaskResponse.newBuilder()
        .setTask(TaskMapper.task(view))
        .setDone(view.task().status().isFinal())
        .build();
  }
}
