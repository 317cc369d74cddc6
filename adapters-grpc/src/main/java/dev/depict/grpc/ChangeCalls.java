package dev.depict.grpc;

import dev.depict.application.port.in.ChangeTasks.Tally;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.TaskView;
import dev.depict.domain.error.TaskAlreadyFinal;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.CancelTaskResponse;
import dev.depict.proto.v1.CancelTasksRequest;
import dev.depict.proto.v1.CancelTasksResponse;
import dev.depict.proto.v1.DeleteTaskRequest;
import dev.depict.proto.v1.DeleteTaskResponse;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.RetryTaskResponse;
import dev.depict.proto.v1.RetryTasksRequest;
import dev.depict.proto.v1.RetryTasksResponse;

/** The calls that change tasks. */
final class ChangeCalls {
  private final UseCases.Changes useCases;
  private final FindTask find;
  private final LongCalls longCalls;

  ChangeCalls(UseCases.Changes useCases, FindTask find, LongCalls longCalls) {
    this.useCases = useCases;
    this.find = find;
    this.longCalls = longCalls;
  }

  CancelTaskResponse cancel(CancelTaskRequest request) {
    TaskView view = cancelled(ResourceNames.requiredTask(request.getName()));
    return CancelTaskResponse.newBuilder().setTask(TaskMapper.task(view)).build();
  }

  CancelTasksResponse cancel(CancelTasksRequest request) {
    TaskFilter filter = FilterMapper.required(request.hasFilter(), request.getFilter());
    Tally tally = longCalls.run(() -> useCases.all().cancel(filter, request.getDryRun()));
    return CancelTasksResponse.newBuilder()
        .setMatchedCount(tally.matched())
        .setCancelledCount(tally.changed())
        .build();
  }

  RetryTaskResponse retry(RetryTaskRequest request) {
    TaskView view = useCases.retry().retry(ResourceNames.requiredTask(request.getName()));
    return RetryTaskResponse.newBuilder().setTask(TaskMapper.task(view)).build();
  }

  RetryTasksResponse retry(RetryTasksRequest request) {
    TaskFilter filter = FilterMapper.required(request.hasFilter(), request.getFilter());
    Tally tally = longCalls.run(() -> useCases.all().retry(filter, request.getDryRun()));
    return RetryTasksResponse.newBuilder()
        .setMatchedCount(tally.matched())
        .setRetriedCount(tally.changed())
        .build();
  }

  DeleteTaskResponse delete(DeleteTaskRequest request) {
    useCases.delete().delete(ResourceNames.requiredTask(request.getName()));
    return DeleteTaskResponse.getDefaultInstance();
  }

  /** Cancelling twice is no mistake: a repeated call must get the answer that was lost. */
  private TaskView cancelled(TaskId id) {
    try {
      return useCases.cancel().cancel(id);
    } catch (TaskAlreadyFinal ended) {
      if (ended.status() == TaskStatus.CANCELLED) {
        return find.find(id);
      }
      throw ended;
    }
  }
}
