package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskStatus;
import dev.depict.proto.v1.AnalyzerState;
import dev.depict.proto.v1.Budget;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.ModelWarning;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.ServerInfo;
import dev.depict.proto.v1.TaskCount;
import java.util.Comparator;

/** Shows the queue. */
final class QueueMapper {
  /** The order in which quota keys are shown. */
  static final Comparator<QuotaKey> ORDER =
      Comparator.comparing(QuotaKey::provider)
          .thenComparing(QuotaKey::model)
          .thenComparing(QuotaKey::credential);

  private QueueMapper() {}

  static Queue queue(ControlQueue.State state, ServerFacts facts) {
    var mapped =
        Queue.newBuilder()
            .setWorkerEnabled(state.working())
            .setAvoidedCallCount(state.counts().callsAvoided())
            .setServer(server(facts));
    addCounts(mapped, state.counts());
    state.pausedSince().map(Times::timestamp).ifPresent(mapped::setPauseTime);
    state.finishTime().map(Times::timestamp).ifPresent(mapped::setEstimatedFinishTime);
    state.counts().nextRelease().map(Times::timestamp).ifPresent(mapped::setNextDueTime);
    state
        .counts()
        .oldestPending()
        .map(Times::timestamp)
        .ifPresent(mapped::setOldestPendingCreateTime);
    state.keys().stream()
        .sorted(Comparator.comparing(ControlQueue.KeyState::key, ORDER))
        .map(QuotaKeyMapper::state)
        .forEach(mapped::addQuotaKeys);
    state.analyzers().stream().map(QueueMapper::analyzer).forEach(mapped::addAnalyzers);
    state.warnings().stream().map(QueueMapper::warning).forEach(mapped::addModelWarnings);
    state.budget().map(QueueMapper::budget).ifPresent(mapped::setBudget);
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

  private static AnalyzerState analyzer(ControlQueue.AnalyzerState state) {
    var mapped =
        AnalyzerState.newBuilder()
            .setProvider(state.provider())
            .setDefaultModel(state.model())
            .setHasKey(state.atHand())
            .setCircuitState(QueueEnums.circuit(state.circuit().state()));
    state.circuit().nextProbe().map(Times::timestamp).ifPresent(mapped::setNextProbeTime);
    return mapped.build();
  }

  private static ModelWarning warning(ModelCatalogue.Warning warning) {
    var mapped =
        ModelWarning.newBuilder()
            .setModel(warning.model())
            .setMessage(warning.message())
            .setReplacementModel(warning.replacement());
    warning.endTime().map(Times::timestamp).ifPresent(mapped::setEndTime);
    return mapped.build();
  }

  private static Budget budget(QuotaGauge.Budget budget) {
    return Budget.newBuilder()
        .setLimitMicroUsd(budget.limit().value())
        .setSpentMicroUsd(budget.spent().value())
        .setReservedMicroUsd(budget.reserved().value())
        .setEndTime(Times.timestamp(budget.endTime()))
        .build();
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
