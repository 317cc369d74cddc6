package dev.depict.grpc;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.memory.InMemoryStore;
import dev.depict.testkit.time.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** The queue of a store, of whose limits a test may tell anything. */
final class StoredQueue implements ControlQueue {
  private final InMemoryStore store;

  /** What a test has to add to a state. */
  volatile UnaryOperator<State> told = UnaryOperator.identity();

  /** What a resume finds to be probed. */
  volatile List<QuotaKey> probed = List.of();

  StoredQueue(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public State pause() {
    store.control().pause();
    return state();
  }

  @Override
  public Resumed resume() {
    boolean wasPaused = store.control().pausedSince().isPresent();
    store.control().resume();
    return new Resumed(wasPaused, probed);
  }

  @Override
  public int forgetLearnedLimits(Optional<QuotaKey> key) {
    return store.learned().forget(key).size();
  }

  @Override
  public State state() {
    return told.apply(
        new State(
            store.control().counts(),
            store.control().pausedSince(),
            true,
            store.control().counts().backlogs().keySet().stream().map(this::state).toList(),
            Optional.empty(),
            List.of(
                new AnalyzerState(
                    TaskFixtures.KEY.provider(),
                    TaskFixtures.KEY.model(),
                    true,
                    QuotaGauge.Circuit.IN_ORDER)),
            List.of(),
            Optional.empty()));
  }

  private KeyState state(QuotaKey key) {
    Optional<WaitReason> waits =
        store
            .control()
            .pausedSince()
            .map(since -> new WaitReason(WaitReason.Kind.PAUSED, Optional.empty()));
    return state(key, waits, List.of());
  }

  /** A key that was not used today. */
  static KeyState state(QuotaKey key, Optional<WaitReason> waits, List<QuotaGauge.Limit> limits) {
    return new KeyState(
        key,
        waits,
        limits,
        0,
        0,
        Optional.empty(),
        OptionalDouble.empty(),
        DayUsage.NONE,
        PacificDay.end(SettableClock.START));
  }
}
