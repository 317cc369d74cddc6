package dev.depict.grpc;

import dev.depict.proto.v1.AttemptState;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.MediaResolution;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.WaitReason;

/** Enums of responses. */
final class ResponseEnums {
  private ResponseEnums() {}

  static TaskStatus status(dev.depict.domain.task.TaskStatus status) {
    return switch (status) {
      case PENDING -> TaskStatus.TASK_STATUS_PENDING;
      case PROCESSING -> TaskStatus.TASK_STATUS_PROCESSING;
      case COMPLETED -> TaskStatus.TASK_STATUS_COMPLETED;
      case FAILED -> TaskStatus.TASK_STATUS_FAILED;
      case CANCELLED -> TaskStatus.TASK_STATUS_CANCELLED;
    };
  }

  static Lane lane(dev.depict.domain.task.Lane lane) {
    return switch (lane) {
      case INTERACTIVE -> Lane.LANE_INTERACTIVE;
      case NORMAL -> Lane.LANE_NORMAL;
      case BULK -> Lane.LANE_BULK;
    };
  }

  static MediaResolution resolution(dev.depict.domain.question.MediaResolution resolution) {
    return switch (resolution) {
      case LOW -> MediaResolution.MEDIA_RESOLUTION_LOW;
      case MEDIUM -> MediaResolution.MEDIA_RESOLUTION_MEDIUM;
      case HIGH -> MediaResolution.MEDIA_RESOLUTION_HIGH;
    };
  }

  static WaitReason waitReason(dev.depict.domain.task.WaitReason.Kind kind) {
    return switch (kind) {
      case RETRY -> WaitReason.WAIT_REASON_RETRY;
      case DUPLICATE -> WaitReason.WAIT_REASON_DUPLICATE;
      case PAUSED -> WaitReason.WAIT_REASON_PAUSED;
      case NO_ANALYZER -> WaitReason.WAIT_REASON_NO_ANALYZER;
      case CREDENTIAL -> WaitReason.WAIT_REASON_CREDENTIAL;
      case MODEL -> WaitReason.WAIT_REASON_MODEL;
      case PROVIDER_DOWN -> WaitReason.WAIT_REASON_PROVIDER_DOWN;
      case BUDGET -> WaitReason.WAIT_REASON_BUDGET;
      case QUOTA_DAY -> WaitReason.WAIT_REASON_QUOTA_DAY;
      case QUOTA -> WaitReason.WAIT_REASON_QUOTA;
      case BACKLOG -> WaitReason.WAIT_REASON_BACKLOG;
    };
  }

  static FailureClass failureClass(dev.depict.domain.task.FailureClass failureClass) {
    return switch (failureClass) {
      case QUOTA -> FailureClass.FAILURE_CLASS_QUOTA;
      case QUOTA_DAY -> FailureClass.FAILURE_CLASS_QUOTA_DAY;
      case CAPACITY -> FailureClass.FAILURE_CLASS_CAPACITY;
      case NETWORK -> FailureClass.FAILURE_CLASS_NETWORK;
      case BAD_ANSWER -> FailureClass.FAILURE_CLASS_BAD_ANSWER;
      case TRUNCATED -> FailureClass.FAILURE_CLASS_TRUNCATED;
      case BLOCKED -> FailureClass.FAILURE_CLASS_BLOCKED;
      case INPUT -> FailureClass.FAILURE_CLASS_INPUT;
      case AUTH -> FailureClass.FAILURE_CLASS_AUTH;
      case MODEL_GONE -> FailureClass.FAILURE_CLASS_MODEL_GONE;
      case CRASH -> FailureClass.FAILURE_CLASS_CRASH;
    };
  }

  static AttemptState attemptState(dev.depict.domain.task.AttemptState state) {
    return switch (state) {
      case STARTED -> AttemptState.ATTEMPT_STATE_STARTED;
      case SENT -> AttemptState.ATTEMPT_STATE_SENT;
      case SUCCEEDED -> AttemptState.ATTEMPT_STATE_SUCCEEDED;
      case FAILED -> AttemptState.ATTEMPT_STATE_FAILED;
      case UNKNOWN -> AttemptState.ATTEMPT_STATE_UNKNOWN;
    };
  }

  static TaskEventType eventType(dev.depict.domain.task.EventType type) {
    return switch (type) {
      case CREATED -> TaskEventType.TASK_EVENT_TYPE_CREATED;
      case STARTED -> TaskEventType.TASK_EVENT_TYPE_STARTED;
      case RETRY_SCHEDULED -> TaskEventType.TASK_EVENT_TYPE_RETRY_SCHEDULED;
      case GIVEN_BACK -> TaskEventType.TASK_EVENT_TYPE_GIVEN_BACK;
      case COMPLETED -> TaskEventType.TASK_EVENT_TYPE_COMPLETED;
      case FAILED -> TaskEventType.TASK_EVENT_TYPE_FAILED;
      case CANCELLED -> TaskEventType.TASK_EVENT_TYPE_CANCELLED;
      case RETRIED -> TaskEventType.TASK_EVENT_TYPE_RETRIED;
      case PROMOTED -> TaskEventType.TASK_EVENT_TYPE_LEADER_CHANGED;
      case LANE_RAISED -> TaskEventType.TASK_EVENT_TYPE_LANE_RAISED;
      case DELETED -> TaskEventType.TASK_EVENT_TYPE_DELETED;
    };
  }
}
