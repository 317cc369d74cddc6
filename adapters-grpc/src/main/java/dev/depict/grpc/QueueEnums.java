package dev.depict.grpc;

import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.task.WaitReason;
import dev.depict.proto.v1.CircuitState;
import dev.depict.proto.v1.ProcessOutcome;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaLimitKind;

/** Enums of what is told about the queue. */
final class QueueEnums {
  private QueueEnums() {}

  static QuotaKeyCondition condition(WaitReason.Kind wait) {
    return switch (wait) {
      case CREDENTIAL, MODEL -> QuotaKeyCondition.QUOTA_KEY_CONDITION_PARKED;
      case RETRY,
          DUPLICATE,
          PAUSED,
          NO_ANALYZER,
          PROVIDER_DOWN,
          BUDGET,
          QUOTA_DAY,
          QUOTA,
          BACKLOG ->
          QuotaKeyCondition.QUOTA_KEY_CONDITION_WAITING;
    };
  }

  static QuotaLimitKind limitKind(LimitKind kind) {
    return switch (kind) {
      case REQUESTS_PER_MINUTE -> QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_MINUTE;
      case INPUT_TOKENS_PER_MINUTE -> QuotaLimitKind.QUOTA_LIMIT_KIND_INPUT_TOKENS_PER_MINUTE;
      case REQUESTS_PER_DAY -> QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_DAY;
    };
  }

  static CircuitState circuit(QuotaGauge.Circuit.State state) {
    return switch (state) {
      case CLOSED -> CircuitState.CIRCUIT_STATE_CLOSED;
      case OPEN -> CircuitState.CIRCUIT_STATE_OPEN;
      case PROBING -> CircuitState.CIRCUIT_STATE_PROBING;
    };
  }

  static ProcessOutcome outcome(ProcessQueue.Fate fate) {
    return switch (fate) {
      case COMPLETED -> ProcessOutcome.PROCESS_OUTCOME_COMPLETED;
      case FAILED -> ProcessOutcome.PROCESS_OUTCOME_FAILED;
      case RETRY_SCHEDULED -> ProcessOutcome.PROCESS_OUTCOME_RETRY_SCHEDULED;
      case GIVEN_BACK -> ProcessOutcome.PROCESS_OUTCOME_GIVEN_BACK;
      case CANCELLED -> ProcessOutcome.PROCESS_OUTCOME_CANCELLED;
      case NOT_STARTED -> ProcessOutcome.PROCESS_OUTCOME_NOT_STARTED;
    };
  }
}
