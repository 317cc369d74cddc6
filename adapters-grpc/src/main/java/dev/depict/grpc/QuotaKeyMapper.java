package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue.KeyState;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.QuotaLimitOrigin;

/** Shows how one quota key stands. */
final class QuotaKeyMapper {
  private QuotaKeyMapper() {}

  /**
   * @throws InvalidRequest when it names no provider or no model
   */
  static QuotaKey key(dev.depict.proto.v1.QuotaKey key) {
    if (key.getProvider().isBlank() || key.getModel().isBlank()) {
      throw new InvalidRequest(
          "quota_key",
          "'%s %s %s' names no provider or no model; name the key as GetQueue does, or leave it out for all"
              .formatted(key.getProvider(), key.getCredential(), key.getModel()));
    }
    return new QuotaKey(key.getProvider(), key.getCredential(), key.getModel());
  }

  static QuotaKeyState state(KeyState state) {
    var mapped =
        QuotaKeyState.newBuilder()
            .setQuotaKey(TaskMapper.quotaKey(state.key()))
            .setCondition(QuotaKeyCondition.QUOTA_KEY_CONDITION_OPEN)
            .setRunningCount(state.running())
            .setPendingCount(state.pending())
            .setToday(today(state));
    state
        .waits()
        .ifPresent(wait ->
            mapped
                .setCondition(QueueEnums.condition(wait.kind()))
                .setWait(TaskMapper.waitState(wait)));
    state.finishTime().map(Times::timestamp).ifPresent(mapped::setEstimatedFinishTime);
    state.estimateError().ifPresent(mapped::setTokenEstimateError);
    state.limits().stream().map(QuotaKeyMapper::limit).forEach(mapped::addLimits);
    return mapped.build();
  }

  private static QuotaLimit limit(QuotaGauge.Limit limit) {
    var mapped =
        QuotaLimit.newBuilder()
            .setKind(QueueEnums.limitKind(limit.kind()))
            .setLimit(limit.limit())
            .setUsed(limit.used())
            .setOrigin(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_CONFIGURED);
    limit
        .learned()
        .ifPresent(time ->
            mapped
                .setOrigin(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_LEARNED)
                .setLearnTime(Times.timestamp(time)));
    return mapped.build();
  }

  private static DayUsage today(KeyState state) {
    return DayUsage.newBuilder()
        .setEndTime(Times.timestamp(state.dayEnd()))
        .setCallCount(state.today().calls())
        .setUnknownCallCount(state.today().unknownCalls())
        .setUsage(AnswerMapper.usage(state.today().usage()))
        .setCostMicroUsd(state.today().cost().value())
        .build();
  }
}
