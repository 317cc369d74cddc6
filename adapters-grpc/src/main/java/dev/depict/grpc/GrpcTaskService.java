package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask.Patience;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.BatchIngestResponse;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.CancelTaskResponse;
import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.CancelTasksResponse;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.DeleteTaskResponse;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.GetTaskResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.RetryTaskResponse;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.RetryTasksResponse;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WaitTaskResponse;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Takes pictures and tells what became of them. */
final class GrpcTaskService extends TaskServiceGrpc.TaskServiceImplBase {
  private final UseCases.Tasks useCases;
  private final Duration standardWait;
  private final OpenWaits waits;
  private final OpenWatches watches;
  private final IntakeCalls intake;
  private final ChangeCalls changes;

  GrpcTaskService(
      UseCases useCases,
      Duration standardWait,
      OpenWaits waits,
      OpenWatches watches,
      LongCalls longCalls,
      Executor handlers) {
    this.useCases = useCases.tasks();
    this.standardWait = standardWait;
    this.waits = waits;
    this.watches = watches;
    this.intake = new IntakeCalls(useCases.intake(), standardWait, waits, longCalls, handlers);
    this.changes = new ChangeCalls(useCases.tasks().changes(), useCases.tasks().find(), longCalls);
  }

  @Override
  public void ingest(IngestRequest request, StreamObserver<IngestResponse> call) {
    intake.ingest(request, call);
  }

  @Override
  public void batchIngest(BatchIngestRequest request, StreamObserver<BatchIngestResponse> call) {
    Replies.one(call, intake.batch(request));
  }

  @Override
  public void estimateIngest(
      EstimateIngestRequest request, StreamObserver<EstimateIngestResponse> call) {
    Replies.one(call, intake.estimate(request));
  }

  @Override
  public void reanalyzeTasks(
      ReanalyzeTasksRequest request, StreamObserver<ReanalyzeTasksResponse> call) {
    Replies.one(call, intake.reanalyze(request));
  }

  @Override
  public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> call) {
    TaskId id = ResourceNames.requiredTask(request.getName());
    FindTask find = useCases.find();
    TaskView view = find.find(id);
    var task =
        request.getView() == dev.depict.proto.v1.TaskView.TASK_VIEW_FULL
            ? TaskMapper.full(view, find.attempts(id), find.finishTime(view.task()))
            : TaskMapper.task(view);
    Replies.one(call, GetTaskResponse.newBuilder().setTask(task).build());
  }

  @Override
  public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> call) {
    ListRequest list = ListRequest.of(request);
    ListTasks.Page page = useCases.list().list(list.filter(), list.before(), list.size());
    Optional<Instant> finishTime =
        request.getEstimateFinish() ? useCases.list().finishTime(list.filter()) : Optional.empty();
    Replies.one(call, list.response(page, finishTime));
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
        id.orElseThrow(),
        asked.orElseThrow(),
        Patience.TO_THE_END,
        call,
        Departure.of((ServerCallStreamObserver<WaitTaskResponse>) call),
        GrpcTaskService::waited);
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
    Replies.one(call, changes.cancel(request));
  }

  @Override
  public void cancelTasks(CancelTasksRequest request, StreamObserver<CancelTasksResponse> call) {
    Replies.one(call, changes.cancel(request));
  }

  @Override
  public void retryTask(RetryTaskRequest request, StreamObserver<RetryTaskResponse> call) {
    Replies.one(call, changes.retry(request));
  }

  @Override
  public void retryTasks(RetryTasksRequest request, StreamObserver<RetryTasksResponse> call) {
    Replies.one(call, changes.retry(request));
  }

  @Override
  public void deleteTask(DeleteTaskRequest request, StreamObserver<DeleteTaskResponse> call) {
    Replies.one(call, changes.delete(request));
  }

  private static WaitTaskResponse waited(TaskView view) {
    return WaitTaskResponse.newBuilder()
        .setTask(TaskMapper.task(view))
        .setDone(view.task().status().isFinal())
        .build();
  }
}
