package dev.depict.grpc;

import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.util.Optional;

/** Enums of requests. Empty for UNSPECIFIED, and for numbers that have no name here. */
final class RequestEnums {
  private RequestEnums() {}

  static Optional<Lane> lane(dev.depict.proto.v1.Lane lane) {
    return switch (lane) {
      case LANE_INTERACTIVE -> Optional.of(Lane.INTERACTIVE);
      case LANE_NORMAL -> Optional.of(Lane.NORMAL);
      case LANE_BULK -> Optional.of(Lane.BULK);
      case LANE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static Optional<MediaResolution> resolution(dev.depict.proto.v1.MediaResolution resolution) {
    return switch (resolution) {
      case MEDIA_RESOLUTION_LOW -> Optional.of(MediaResolution.LOW);
      case MEDIA_RESOLUTION_MEDIUM -> Optional.of(MediaResolution.MEDIUM);
      case MEDIA_RESOLUTION_HIGH -> Optional.of(MediaResolution.HIGH);
      case MEDIA_RESOLUTION_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static Optional<TaskStatus> status(dev.depict.proto.v1.TaskStatus status) {
    return switch (status) {
      case TASK_STATUS_PENDING -> Optional.of(TaskStatus.PENDING);
      case TASK_STATUS_PROCESSING -> Optional.of(TaskStatus.PROCESSING);
      case TASK_STATUS_COMPLETED -> Optional.of(TaskStatus.COMPLETED);
      case TASK_STATUS_FAILED -> Optional.of(TaskStatus.FAILED);
      case TASK_STATUS_CANCELLED -> Optional.of(TaskStatus.CANCELLED);
      case TASK_STATUS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static Optional<FailureClass> failureClass(dev.depict.proto.v1.FailureClass failureClass) {
    return switch (failureClass) {
      case FAILURE_CLASS_QUOTA -> Optional.of(FailureClass.QUOTA);
      case FAILURE_CLASS_QUOTA_DAY -> Optional.of(FailureClass.QUOTA_DAY);
      case FAILURE_CLASS_CAPACITY -> Optional.of(FailureClass.CAPACITY);
      case FAILURE_CLASS_NETWORK -> Optional.of(FailureClass.NETWORK);
      case FAILURE_CLASS_BAD_ANSWER -> Optional.of(FailureClass.BAD_ANSWER);
      case FAILURE_CLASS_TRUNCATED -> Optional.of(FailureClass.TRUNCATED);
      case FAILURE_CLASS_BLOCKED -> Optional.of(FailureClass.BLOCKED);
      case FAILURE_CLASS_INPUT -> Optional.of(FailureClass.INPUT);
      case FAILURE_CLASS_AUTH -> Optional.of(FailureClass.AUTH);
      case FAILURE_CLASS_MODEL_GONE -> Optional.of(FailureClass.MODEL_GONE);
      case FAILURE_CLASS_CRASH -> Optional.of(FailureClass.CRASH);
      case FAILURE_CLASS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }
}
