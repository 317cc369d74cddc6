package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue.KeyState;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.QuotaLimitOrigin;

/** Shows how one quota key stands. */
final class QuotaKeyMapper {
  private QuotaKeyMapper() {}

  static QuotaKeyState state(KeyState state) {
    var mapped =
        QuotaKeyState.newBuilder()
            .setQuotaKey(TaskMapper.quotaKey(state.key()))
            .setCondition(QuotaKeyCondition.QUOTA_KEY_CONDITION_OPEN)
            .setRunningCount(state.running())
            .setToday(today(state));
    state
        .waits()
        .ifPresent(wait ->
            mapped
                .setCondition(QueueEnums.condition(wait.kind()))
                .setWait(TaskMapper.waitState(wait)));
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
