package dev.depict.benchmarks.chaos;

import com.google.protobuf.ByteString;
import dev.depict.proto.v1.BatchIngestRequest;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.DataFault;
import dev.depict.proto.v1.ForgetLearnedLimitsRequest;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ListTasksResponse;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.TaskView;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Talks to a server over its API. */
final class Client implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int PAGE = 1_000;
  private static final int BATCH = 250;
  private static final Set<TaskStatus> LIVE =
      EnumSet.of(TaskStatus.TASK_STATUS_PENDING, TaskStatus.TASK_STATUS_PROCESSING);

  private final ManagedChannel channel;

  Client(String address) {
    channel = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
  }

  private TaskServiceGrpc.TaskServiceBlockingStub tasksStub() {
    return TaskServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private QueueServiceGrpc.QueueServiceBlockingStub queueStub() {
    return QueueServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Returns when all tasks are kept. */
  void ingest(List<byte[]> pictures) {
    for (int from = 0; from < pictures.size(); from += BATCH) {
      var batch = BatchIngestRequest.newBuilder().setAtomic(true);
      for (int number = from; number < Math.min(from + BATCH, pictures.size()); number++) {
        batch.addRequests(request(number, pictures.get(number)));
      }
      var _ = tasksStub().batchIngest(batch.build());
    }
  }

  /** The first model is the server's own, and is not named. */
  private static IngestRequest request(int number, byte[] picture) {
    String model = ChaosSettings.model(number);
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(picture))
        .setSource(Integer.toString(number))
        .setModel(model.equals(ChaosSettings.FIRST_MODEL) ? "" : model)
        .setMode(IngestMode.INGEST_MODE_ASYNC)
        .build();
  }

  /** Whether nothing waits and nothing runs. */
  boolean isIdle() {
    return queue().getCountsList().stream().noneMatch(count -> LIVE.contains(count.getStatus()));
  }

  Queue queue() {
    return queueStub().getQueue(GetQueueRequest.getDefaultInstance()).getQueue();
  }

  void resume() {
    var _ = queueStub().resumeQueue(ResumeQueueRequest.getDefaultInstance());
  }

  /** Returns how many there were. */
  int forgetLearnedLimits() {
    return queueStub()
        .forgetLearnedLimits(ForgetLearnedLimitsRequest.getDefaultInstance())
        .getForgottenCount();
  }

  List<DataFault> check() {
    return queueStub().checkData(CheckDataRequest.getDefaultInstance()).getFaultsList();
  }

  /** All of them, with their attempts. */
  List<Task> tasks() {
    var tasks = new ArrayList<Task>();
    String page = "";
    do {
      ListTasksResponse response =
          tasksStub()
              .listTasks(
                  ListTasksRequest.newBuilder().setPageSize(PAGE).setPageToken(page).build());
      response.getTasksList().forEach(task -> tasks.add(whole(task.getName())));
      page = response.getNextPageToken();
    } while (!page.isEmpty());
    return tasks;
  }

  private Task whole(String name) {
    return tasksStub()
        .getTask(GetTaskRequest.newBuilder().setName(name).setView(TaskView.TASK_VIEW_FULL).build())
        .getTask();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
