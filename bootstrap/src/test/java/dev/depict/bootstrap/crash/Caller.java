package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Ack.Kind;
import dev.depict.bootstrap.crash.Line.Connection;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.depict.proto.v1.TaskStatus;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One client. Ingests, cancels, retries, deletes and looks at random; writes down what is
 * acknowledged, and sends again whatever it got no answer for, when that is safe.
 */
final class Caller extends Client {
  private final Scene scene;
  private final AckLog log;
  private final RandomGenerator random;
  private final Requests requests;
  private final List<IngestRequest> unsure = new ArrayList<>();
  private final List<IngestRequest> repeatable = new ArrayList<>();
  private final List<String> tasks = new ArrayList<>();
  private final List<String> cancellable = new ArrayList<>();
  private final List<String> cancelled = new ArrayList<>();
  private final Set<String> untried = new HashSet<>();
  private final Map<String, String> taskOfRequest = new HashMap<>();

  Caller(Scene scene, AckLog log, RandomGenerator random) {
    super(scene, "caller");
    this.scene = scene;
    this.log = log;
    this.random = random;
    this.requests = new Requests(scene, random);
  }

  @Override
  void step(Connection connection) {
    TaskServiceBlockingStub server = connection.tasks();
    int dice = random.nextInt(100);
    if (!unsure.isEmpty()) {
      ingest(server, unsure.getFirst());
      unsure.removeFirst();
    } else if (dice < 12 && !cancellable.isEmpty()) {
      cancel(server);
    } else if (dice < 20 && !cancelled.isEmpty()) {
      retry(server);
    } else if (dice < 23 && !untried.isEmpty()) {
      delete(server);
    } else if (dice < 27 && !repeatable.isEmpty()) {
      ingest(server, repeatable.get(random.nextInt(repeatable.size())));
    } else if (dice < 32 && !tasks.isEmpty()) {
      String name = tasks.get(random.nextInt(tasks.size()));
      var _ = server.getTask(GetTaskRequest.newBuilder().setName(name).build());
    } else {
      send(server, requests.next());
    }
  }

  private void send(TaskServiceBlockingStub server, IngestRequest request) {
    try {
      ingest(server, request);
    } catch (StatusRuntimeException e) {
      if (!request.getRequestId().isEmpty()) {
        unsure.add(request);
      }
      throw e;
    }
  }

  private void ingest(TaskServiceBlockingStub server, IngestRequest request) {
    Task task = server.ingest(request).getTask();
    String name = task.getName();
    var acks = new ArrayList<Ack>();
    acks.add(Ack.of(Kind.CREATED, name, Digests.sha256(request.getContent().toByteArray())));
    if (!request.getRequestId().isEmpty()) {
      acks.add(Ack.of(Kind.REQUEST, name, request.getRequestId()));
    }
    answered(task).ifPresent(acks::add);
    log.add(acks);
    remember(request, name);
  }

  private static Optional<Ack> answered(Task task) {
    return task.getStatus() == TaskStatus.TASK_STATUS_COMPLETED
        ? Optional.of(Ack.of(Kind.ANSWERED, task.getName(), Ack.id(task.getAnswer().getName())))
        : Optional.empty();
  }

  private void remember(IngestRequest request, String name) {
    if (request.getRequestId().isEmpty()) {
      tasks.add(name);
      cancellable.add(name);
      return;
    }
    String known = taskOfRequest.putIfAbsent(request.getRequestId(), name);
    if (known == null) {
      repeatable.add(request);
      tasks.add(name);
      cancellable.add(name);
    } else if (!known.equals(name)) {
      scene.faults().add("a request id gave %s, then %s".formatted(known, name));
    }
  }

  /** Each task once, the youngest first, because the others are done. */
  private void cancel(TaskServiceBlockingStub server) {
    String name = cancellable.getLast();
    try {
      Task task = server.cancelTask(CancelTaskRequest.newBuilder().setName(name).build()).getTask();
      log.add(List.of(Ack.of(Kind.CANCELLED, name, "")));
      cancelled.add(name);
      if (task.getAttemptCount() == 0) {
        untried.add(name);
      }
    } catch (StatusRuntimeException e) {
      throwUnlessRefused(e);
    }
    cancellable.removeLast();
  }

  /**
   * Only tasks that no call was made for: what is booked and answered is compared with the
   * attempts, and those of a deleted task are gone. Tried once, whatever becomes of the answer.
   */
  private void delete(TaskServiceBlockingStub server) {
    String name = untried.iterator().next();
    untried.remove(name);
    cancelled.remove(name);
    tasks.remove(name);
    log.add(List.of(Ack.of(Kind.DELETING, name, "")));
    var _ = server.deleteTask(DeleteTaskRequest.newBuilder().setName(name).build());
    log.add(List.of(Ack.of(Kind.DELETED, name, "")));
  }

  private void retry(TaskServiceBlockingStub server) {
    String name = cancelled.getLast();
    untried.remove(name);
    try {
      Task task = server.retryTask(RetryTaskRequest.newBuilder().setName(name).build()).getTask();
      var acks = new ArrayList<Ack>();
      acks.add(Ack.of(Kind.RETRIED, name, ""));
      answered(task).ifPresent(acks::add);
      log.add(acks);
    } catch (StatusRuntimeException e) {
      throwUnlessRefused(e);
    }
    cancelled.removeLast();
  }

  /** It came too late, or had been done before the acknowledgement was lost. */
  private static void throwUnlessRefused(StatusRuntimeException e) {
    if (e.getStatus().getCode() != io.grpc.Status.Code.FAILED_PRECONDITION) {
      throw e;
    }
  }
}
