package dev.depict.grpc;

import dev.depict.domain.task.TaskStatus;
import dev.depict.proto.v1.Failure;
import dev.depict.proto.v1.NextStep;

/** Shows failures, and what follows from them. */
final class FailureMapper {
  private static final int MAX_WORDS = 2_000;

  private FailureMapper() {}

  /** The latest failure of a task that has the given status. */
  static Failure ofTask(dev.depict.domain.task.Failure failure, TaskStatus status) {
    return failure(failure, status == TaskStatus.FAILED ? given(failure) : goingOn(failure));
  }

  /** The failure of an attempt that others followed, or may follow. */
  static Failure ofAttempt(dev.depict.domain.task.Failure failure) {
    return failure(failure, goingOn(failure));
  }

  private static Failure failure(dev.depict.domain.task.Failure failure, NextStep next) {
    return Failure.newBuilder()
        .setFailureClass(ResponseEnums.failureClass(failure.failureClass()))
        .setCode(failure.code())
        .setProviderMessage(Texts.shortened(failure.words(), MAX_WORDS))
        .setNextStep(next)
        .build();
  }

  private static NextStep given(dev.depict.domain.task.Failure failure) {
    return switch (failure.failureClass()) {
      case BLOCKED, INPUT, MODEL_GONE -> NextStep.NEXT_STEP_CHANGE_REQUEST;
      case QUOTA, QUOTA_DAY, CAPACITY, NETWORK, BAD_ANSWER, TRUNCATED, AUTH, CRASH ->
          NextStep.NEXT_STEP_RETRY_TASK;
    };
  }

  private static NextStep goingOn(dev.depict.domain.task.Failure failure) {
    return switch (failure.failureClass().consequence()) {
      case WAIT, PARK -> NextStep.NEXT_STEP_WAIT;
      case RETRY, RETRY_ONCE -> NextStep.NEXT_STEP_AUTOMATIC_RETRY;
      case FAIL -> NextStep.NEXT_STEP_CHANGE_REQUEST;
    };
  }
}
