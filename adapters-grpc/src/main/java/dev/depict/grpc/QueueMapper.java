package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import dev.depict.proto.v1.AnalyzerState;
import dev.depict.proto.v1.CircuitState;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.ServerInfo;
import dev.depict.proto.v1.TaskCount;
import java.util.Comparator;

/** Shows the queue. */
final class QueueMapper {
  private static final Comparator<ControlQueue.KeyState> ORDER =
      Comparator.<ControlQueue.KeyState, String>comparing(state -> state.key().provider())
          .thenComparing(state -> state.key().model())
          .thenComparing(state -> state.key().credential());

  private QueueMapper() {}

  static Queue queue(ControlQueue.State state, ServerFacts facts) {
    var mapped =
        Queue.newBuilder()
            .setWorkerEnabled(facts.workerEnabled())
            .setAvoidedCallCount(state.counts().callsAvoided())
            .setServer(server(facts));
    addCounts(mapped, state.counts());
    state.pausedSince().map(Times::timestamp).ifPresent(mapped::setPauseTime);
    state.counts().nextRelease().map(Times::timestamp).ifPresent(mapped::setNextDueTime);
    state
        .counts()
        .oldestPending()
        .map(Times::timestamp)
        .ifPresent(mapped::setOldestPendingCreateTime);
    state.keys().stream().sorted(ORDER).map(QueueMapper::key).forEach(mapped::addQuotaKeys);
    state.analyzers().stream().map(QueueMapper::analyzer).forEach(mapped::addAnalyzers);
    return mapped.build();
  }

  private static void addCounts(Queue.Builder mapped, QueueControl.Counts counts) {
    for (var lane : dev.depict.domain.task.Lane.values()) {
      addCount(
          mapped,
          TaskStatus.PENDING,
          ResponseEnums.lane(lane),
          counts.pending().getOrDefault(lane, 0L));
    }
    for (TaskStatus status : TaskStatus.values()) {
      if (status != TaskStatus.PENDING) {
        addCount(mapped, status, Lane.LANE_UNSPECIFIED, counts.tasks().getOrDefault(status, 0L));
      }
    }
  }

  private static void addCount(Queue.Builder mapped, TaskStatus status, Lane lane, long count) {
    if (count > 0) {
      mapped.addCounts(
          TaskCount.newBuilder()
              .setStatus(ResponseEnums.status(status))
              .setLane(lane)
              .setCount(count));
    }
  }

  private static QuotaKeyState key(ControlQueue.KeyState state) {
    var mapped =
        QuotaKeyState.newBuilder()
            .setQuotaKey(TaskMapper.quotaKey(state.key()))
            .setCondition(QuotaKeyCondition.QUOTA_KEY_CONDITION_OPEN);
    state
        .waits()
        .ifPresent(
            wait -> mapped.setCondition(condition(wait)).setWait(TaskMapper.waitState(wait)));
    return mapped.build();
  }

  private static AnalyzerState analyzer(ControlQueue.AnalyzerState state) {
    return AnalyzerState.newBuilder()
        .setProvider(state.provider())
        .setDefaultModel(state.model())
        .setHasKey(state.atHand())
        .setCircuitState(CircuitState.CIRCUIT_STATE_CLOSED)
        .build();
  }

  private static QuotaKeyCondition condition(WaitReason wait) {
    return switch (wait.kind()) {
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

  private static ServerInfo server(ServerFacts facts) {
    return ServerInfo.newBuilder()
        .setVersion(facts.version())
        .setInstance(facts.instance())
        .setDataFolder(facts.dataFolder())
        .setStartTime(Times.timestamp(facts.startTime()))
        .build();
  }
}
