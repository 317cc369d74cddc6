package dev.depict.cli;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import dev.depict.proto.v1.Answer;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.CancelTaskResponse;
import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.CancelTasksResponse;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.DeleteTaskResponse;
import dev.depict.proto.v1.EstimateIngestRequest;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.Failure;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.GetTaskResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.NextStep;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.RetryTaskResponse;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.RetryTasksResponse;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitState;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WaitTaskResponse;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A server that answers at once, with the content of a picture as its alt text. What a picture
 * begins with decides: {@code text} is refused as no picture, {@code cut} as damaged, {@code bad}
 * becomes a failed task.
 */
final class FakeServer extends TaskServiceGrpc.TaskServiceImplBase {
  final EventStream stream = new EventStream();
  final List<IngestRequest> ingested = new ArrayList<>();
  final List<EstimateIngestRequest> estimated = new ArrayList<>();

  /** The requests that mean tasks by a filter. */
  final List<Message> bulk = new ArrayList<>();

  /** How many tasks such a request changes. */
  int affected = 7;

  ReanalyzeTasksResponse reanalysis = ReanalyzeTasksResponse.getDefaultInstance();
  private final Map<String, Task> tasks = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  Optional<WaitReason> waiting = Optional.empty();

  /** What pictures would need and cost; by default nobody is to be paid. */
  Function<EstimateIngestRequest, EstimateIngestResponse> estimate =
      request ->
          EstimateIngestResponse.newBuilder()
              .setNewCount(request.getRequestsCount())
              .addModels("offline")
              .build();

  /** What happens while a caller looks at a waiting task. */
  Runnable whenLookedAt = () -> {};

  /** Ends all waiting. */
  synchronized void goOn() {
    waiting = Optional.empty();
    List.copyOf(tasks.values()).stream()
        .filter(task -> task.getStatus() == TaskStatus.TASK_STATUS_PENDING)
        .forEach(task -> work(task.toBuilder().clearWait().build(), task.getUserPrompt()));
  }

  @Override
  public synchronized void ingest(IngestRequest request, StreamObserver<IngestResponse> out) {
    String content =
        request.getMedia().isEmpty() ? request.getContent().toStringUtf8() : request.getMedia();
    if (request.getLanguage().equals("xx")) {
      out.onError(invalid("language", "'xx' is no language tag; use one like en"));
    } else if (content.startsWith("text")) {
      out.onError(refused("MEDIA_UNSUPPORTED", "this is no picture; send a JPEG or a PNG"));
    } else if (content.startsWith("cut")) {
      out.onError(refused("MEDIA_UNREADABLE", "the JPEG is cut off; send the whole file"));
    } else {
      ingested.add(request);
      out.onNext(IngestResponse.newBuilder().setTask(stored(request, content)).build());
      out.onCompleted();
    }
  }

  @Override
  public synchronized void estimateIngest(
      EstimateIngestRequest request, StreamObserver<EstimateIngestResponse> out) {
    estimated.add(request);
    out.onNext(estimate.apply(request));
    out.onCompleted();
  }

  private Task stored(IngestRequest request, String content) {
    var task =
        Task.newBuilder()
            .setName("tasks/" + (tasks.size() + 1))
            .setRequestId(request.getRequestId())
            .setSource(request.getSource())
            .setStatus(TaskStatus.TASK_STATUS_PENDING)
            // Where the fake keeps the content, so that it can answer later.
            .setUserPrompt(content);
    waiting.ifPresent(reason -> task.setWait(WaitState.newBuilder().setReason(reason)));
    Optional.ofNullable(answers.get(content))
        .ifPresent(answer ->
            task.setReused(true).setStatus(TaskStatus.TASK_STATUS_COMPLETED).setAnswer(answer));
    Task stored = task.build();
    tasks.put(stored.getName(), stored);
    stream.add(stored);
    if (waiting.isEmpty() && !stored.getReused()) {
      work(stored, content);
    }
    return stored;
  }

  private void work(Task task, String content) {
    change(task.toBuilder().setStatus(TaskStatus.TASK_STATUS_PROCESSING).build());
    if (content.startsWith("bad")) {
      var failure =
          Failure.newBuilder()
              .setFailureClass(FailureClass.FAILURE_CLASS_BLOCKED)
              .setCode("SAFETY")
              .setProviderMessage("the provider will not look at this")
              .setNextStep(NextStep.NEXT_STEP_CHANGE_REQUEST);
      change(task.toBuilder().setStatus(TaskStatus.TASK_STATUS_FAILED).setFailure(failure).build());
      return;
    }
    var answer =
        Answer.newBuilder()
            .setName("answers/" + content)
            .setAltText("A picture of " + content)
            .addKeywords(content)
            .addKeywords("picture")
            .build();
    answers.put(content, answer);
    change(task.toBuilder().setStatus(TaskStatus.TASK_STATUS_COMPLETED).setAnswer(answer).build());
  }

  private void change(Task task) {
    tasks.put(task.getName(), task);
    stream.add(task);
  }

  @Override
  public void watchTasks(WatchTasksRequest request, StreamObserver<WatchTasksResponse> out) {
    stream.watch(request, out);
  }

  @Override
  public void getTask(GetTaskRequest request, StreamObserver<GetTaskResponse> out) {
    whenLookedAt.run();
    find(request.getName())
        .ifPresentOrElse(
            task -> {
              out.onNext(GetTaskResponse.newBuilder().setTask(task).build());
              out.onCompleted();
            },
            () -> out.onError(notFound(request.getName())));
  }

  @Override
  public void waitTask(WaitTaskRequest request, StreamObserver<WaitTaskResponse> out) {
    whenLookedAt.run();
    Task task = find(request.getName()).orElseThrow();
    boolean done = !task.hasWait() && task.getStatus() != TaskStatus.TASK_STATUS_PENDING;
    out.onNext(WaitTaskResponse.newBuilder().setTask(task).setDone(done).build());
    out.onCompleted();
  }

  @Override
  public synchronized void listTasks(
      ListTasksRequest request, StreamObserver<ListTasksResponse> out) {
    int from = request.getPageToken().isEmpty() ? 1 : Integer.parseInt(request.getPageToken());
    int to = Math.min(tasks.size() + 1, from + request.getPageSize());
    var page = ListTasksResponse.newBuilder();
    for (int i = from; i < to; i++) {
      find("tasks/" + i).ifPresent(page::addTasks);
    }
    out.onNext(page.setNextPageToken(to <= tasks.size() ? String.valueOf(to) : "").build());
    out.onCompleted();
  }

  @Override
  public void cancelTask(CancelTaskRequest request, StreamObserver<CancelTaskResponse> out) {
    find(request.getName())
        .ifPresentOrElse(
            task -> {
              var cancelled =
                  task.toBuilder().clearWait().setStatus(TaskStatus.TASK_STATUS_CANCELLED).build();
              out.onNext(CancelTaskResponse.newBuilder().setTask(cancelled).build());
              out.onCompleted();
            },
            () -> out.onError(notFound(request.getName())));
  }

  @Override
  public void retryTask(RetryTaskRequest request, StreamObserver<RetryTaskResponse> out) {
    out.onNext(
        RetryTaskResponse.newBuilder().setTask(find(request.getName()).orElseThrow()).build());
    out.onCompleted();
  }

  @Override
  public void deleteTask(DeleteTaskRequest request, StreamObserver<DeleteTaskResponse> out) {
    if (find(request.getName()).isPresent()) {
      out.onNext(DeleteTaskResponse.getDefaultInstance());
      out.onCompleted();
    } else {
      out.onError(notFound(request.getName()));
    }
  }

  @Override
  public void cancelTasks(CancelTasksRequest request, StreamObserver<CancelTasksResponse> out) {
    bulk.add(request);
    out.onNext(
        CancelTasksResponse.newBuilder().setMatchedCount(30).setCancelledCount(affected).build());
    out.onCompleted();
  }

  @Override
  public void retryTasks(RetryTasksRequest request, StreamObserver<RetryTasksResponse> out) {
    bulk.add(request);
    out.onNext(
        RetryTasksResponse.newBuilder().setMatchedCount(30).setRetriedCount(affected).build());
    out.onCompleted();
  }

  @Override
  public void reanalyzeTasks(
      ReanalyzeTasksRequest request, StreamObserver<ReanalyzeTasksResponse> out) {
    bulk.add(request);
    out.onNext(reanalysis);
    out.onCompleted();
  }

  private synchronized Optional<Task> find(String name) {
    return Optional.ofNullable(tasks.get(name));
  }

  private static StatusRuntimeException notFound(String name) {
    return error(Status.Code.NOT_FOUND, "no task " + name, info("TASK_NOT_FOUND"));
  }

  private static StatusRuntimeException refused(String reason, String message) {
    return error(Status.Code.INVALID_ARGUMENT, message, info(reason));
  }

  private static StatusRuntimeException invalid(String field, String problem) {
    var faulty =
        BadRequest.newBuilder()
            .addFieldViolations(
                BadRequest.FieldViolation.newBuilder().setField(field).setDescription(problem));
    return error(
        Status.Code.INVALID_ARGUMENT, "faulty", info("INVALID_REQUEST"), Any.pack(faulty.build()));
  }

  static Any info(String reason) {
    return Any.pack(ErrorInfo.newBuilder().setReason(reason).setDomain("depict").build());
  }

  static StatusRuntimeException error(Status.Code code, String message, Any... details) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage(message)
            .addAllDetails(List.of(details))
            .build());
  }
}
