package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.WaitReason;
import dev.depict.proto.v1.CircuitState;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.QuotaKeyState;
import dev.depict.proto.v1.QuotaLimit;
import dev.depict.proto.v1.QuotaLimitKind;
import dev.depict.proto.v1.QuotaLimitOrigin;
import dev.depict.testkit.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueStateTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void keys_are_told_in_order_with_their_limits_and_what_was_used_of_them() {
    var a = new QuotaKey("gemini", "key-1", "model-a");
    var b = new QuotaKey("gemini", "key-2", "model-a");
    var c = new QuotaKey("gemini", "key-1", "model-b");
    Instant learned = rig.clock.instant().minusSeconds(90);
    var used =
        new ControlQueue.KeyState(
            a,
            Optional.empty(),
            List.of(
                new QuotaGauge.Limit(LimitKind.REQUESTS_PER_MINUTE, 60, 12, Optional.empty()),
                new QuotaGauge.Limit(LimitKind.REQUESTS_PER_DAY, 500, 499, Optional.of(learned))),
            3,
            12,
            Optional.of(rig.clock.instant().plusSeconds(600)),
            OptionalDouble.of(-0.03),
            new DayUsage(7, 1, new Usage(100, 20, 5, 10), new MicroDollars(42)),
            PacificDay.end(rig.clock.instant()));
    rig.queue.told =
        state ->
            with(
                state,
                List.of(
                    StoredQueue.state(c, waiting(WaitReason.Kind.QUOTA_DAY), List.of()),
                    StoredQueue.state(b, waiting(WaitReason.Kind.CREDENTIAL), List.of()),
                    used));

    Queue queue = queue();

    assertThat(queue.getQuotaKeysList())
        .extracting(QuotaKeyState::getCondition)
        .containsExactly(
            QuotaKeyCondition.QUOTA_KEY_CONDITION_OPEN,
            QuotaKeyCondition.QUOTA_KEY_CONDITION_PARKED,
            QuotaKeyCondition.QUOTA_KEY_CONDITION_WAITING);
    QuotaKeyState first = queue.getQuotaKeys(0);
    assertThat(first.getLimitsList())
        .containsExactly(
            QuotaLimit.newBuilder()
                .setKind(QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_MINUTE)
                .setLimit(60)
                .setUsed(12)
                .setOrigin(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_CONFIGURED)
                .build(),
            QuotaLimit.newBuilder()
                .setKind(QuotaLimitKind.QUOTA_LIMIT_KIND_REQUESTS_PER_DAY)
                .setLimit(500)
                .setUsed(499)
                .setOrigin(QuotaLimitOrigin.QUOTA_LIMIT_ORIGIN_LEARNED)
                .setLearnTime(Times.timestamp(learned))
                .build());
    assertThat(first.getRunningCount()).isEqualTo(3);
    assertThat(first.getPendingCount()).isEqualTo(12);
    assertThat(first.getTokenEstimateError()).isEqualTo(-0.03);
    assertThat(first.getEstimatedFinishTime())
        .isEqualTo(Times.timestamp(rig.clock.instant().plusSeconds(600)));
    assertThat(queue.getEstimatedFinishTime())
        .isEqualTo(Times.timestamp(rig.clock.instant().plusSeconds(900)));
    assertThat(first.getToday().getCallCount()).isEqualTo(7);
    assertThat(first.getToday().getUnknownCallCount()).isEqualTo(1);
    assertThat(first.getToday().getUsage().getCachedTokens()).isEqualTo(10);
    assertThat(first.getToday().getCostMicroUsd()).isEqualTo(42);
    assertThat(first.getToday().getEndTime())
        .isEqualTo(Times.timestamp(PacificDay.end(rig.clock.instant())));
  }

  @Test
  void analyzers_warnings_and_the_budget_are_told() {
    Instant later = rig.clock.instant().plusSeconds(60);
    rig.queue.told =
        state ->
            new ControlQueue.State(
                state.counts(),
                state.pausedSince(),
                false,
                state.keys(),
                Optional.empty(),
                List.of(
                    new ControlQueue.AnalyzerState(
                        "gemini",
                        "model-a",
                        false,
                        new QuotaGauge.Circuit(QuotaGauge.Circuit.State.OPEN, Optional.of(later)))),
                List.of(
                    new ModelCatalogue.Warning(
                        "model-a", "model-a ends soon", Optional.of(later), "model-b")),
                Optional.of(
                    new QuotaGauge.Budget(
                        new MicroDollars(5_000_000),
                        new MicroDollars(20),
                        new MicroDollars(3),
                        later)));

    Queue queue = queue();

    assertThat(queue.getWorkerEnabled()).isFalse();
    assertThat(queue.getAnalyzersList())
        .singleElement()
        .satisfies(analyzer -> {
          assertThat(analyzer.getHasKey()).isFalse();
          assertThat(analyzer.getCircuitState()).isEqualTo(CircuitState.CIRCUIT_STATE_OPEN);
          assertThat(analyzer.getNextProbeTime()).isEqualTo(Times.timestamp(later));
        });
    assertThat(queue.getModelWarningsList())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.getMessage()).isEqualTo("model-a ends soon");
          assertThat(warning.getReplacementModel()).isEqualTo("model-b");
          assertThat(warning.getEndTime()).isEqualTo(Times.timestamp(later));
        });
    assertThat(queue.getBudget().getLimitMicroUsd()).isEqualTo(5_000_000);
    assertThat(queue.getBudget().getSpentMicroUsd()).isEqualTo(20);
    assertThat(queue.getBudget().getReservedMicroUsd()).isEqualTo(3);
    assertThat(queue.getBudget().getEndTime()).isEqualTo(Times.timestamp(later));
  }

  private static Optional<WaitReason> waiting(WaitReason.Kind kind) {
    return Optional.of(new WaitReason(kind, Optional.empty()));
  }

  private static ControlQueue.State with(
      ControlQueue.State state, List<ControlQueue.KeyState> keys) {
    return new ControlQueue.State(
        state.counts(),
        state.pausedSince(),
        state.working(),
        keys,
        Optional.of(SettableClock.START.plusSeconds(900)),
        state.analyzers(),
        state.warnings(),
        state.budget());
  }

  private Queue queue() {
    return rig.queue().getQueue(GetQueueRequest.getDefaultInstance()).getQueue();
  }
}
