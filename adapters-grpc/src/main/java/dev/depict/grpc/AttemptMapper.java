package dev.depict.grpc;

import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.TaskStatus;
import dev.depict.proto.v1.Attempt;
import java.util.List;

/** Shows the history of a task. */
final class AttemptMapper {
  private AttemptMapper() {}

  /**
   * @param status of the task, which tells what followed from its last attempt
   */
  static List<Attempt> attempts(List<dev.depict.domain.task.Attempt> attempts, TaskStatus status) {
    return attempts.stream()
        .map(attempt ->
            attempt(attempt, attempt.number() == attempts.getLast().number() && status.isFinal()))
        .toList();
  }

  private static Attempt attempt(dev.depict.domain.task.Attempt attempt, boolean ended) {
    var mapped =
        Attempt.newBuilder()
            .setNumber(attempt.number())
            .setState(ResponseEnums.attemptState(attempt.state()))
            .setNode(attempt.node())
            .setCounted(attempt.counted())
            .setReservedCostMicroUsd(attempt.reserved().value())
            .setCostMicroUsd(attempt.cost().value())
            .setStartTime(Times.timestamp(attempt.startTime()))
            .setExternalId(attempt.externalId());
    attempt
        .failure()
        .map(failure ->
            ended
                ? FailureMapper.ofTask(failure, TaskStatus.FAILED)
                : FailureMapper.ofAttempt(failure))
        .ifPresent(mapped::setFailure);
    attempt.sendTime().map(Times::timestamp).ifPresent(mapped::setSendTime);
    attempt.finishTime().map(Times::timestamp).ifPresent(mapped::setFinishTime);
    if (!attempt.usage().equals(Usage.NONE)) {
      mapped.setUsage(AnswerMapper.usage(attempt.usage()));
    }
    return mapped.build();
  }
}
