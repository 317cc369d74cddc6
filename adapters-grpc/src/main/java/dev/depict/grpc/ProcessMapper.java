package dev.depict.grpc;

import dev.depict.application.port.in.ProcessQueue;
import dev.depict.proto.v1.ProcessQueueResponse;
import dev.depict.proto.v1.ProcessResult;

/** Shows what was worked on. */
final class ProcessMapper {
  private ProcessMapper() {}

  static ProcessQueueResponse response(ProcessQueue.Report report) {
    var response = ProcessQueueResponse.newBuilder().setPendingCount(report.pending());
    report.results().stream().map(ProcessMapper::result).forEach(response::addResults);
    report.waits().map(TaskMapper::waitState).ifPresent(response::setWait);
    return response.build();
  }

  private static ProcessResult result(ProcessQueue.Result result) {
    return ProcessResult.newBuilder()
        .setTask(TaskMapper.task(result.view()))
        .setOutcome(QueueEnums.outcome(result.fate()))
        .build();
  }
}
