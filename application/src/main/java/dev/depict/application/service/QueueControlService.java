package dev.depict.application.service;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows, pauses and resumes the queue. */
public final class QueueControlService implements ControlQueue {
  private static final Comparator<QuotaKey> BY_NAME =
      Comparator.comparing(QuotaKey::provider)
          .thenComparing(QuotaKey::model)
          .thenComparing(QuotaKey::credential);

  private final QueueControl control;
  private final UsageBook usage;
  private final Providers providers;
  private final WaitReasons waits;
  private final FinishTimes finishTimes;
  private final Workload workload;
  private final InstantSource clock;

  public QueueControlService(
      QueueControl control,
      UsageBook usage,
      Providers providers,
      WaitReasons waits,
      FinishTimes finishTimes,
      Workload workload,
      InstantSource clock) {
    this.control = control;
    this.usage = usage;
    this.providers = providers;
    this.waits = waits;
    this.finishTimes = finishTimes;
    this.workload = workload;
    this.clock = clock;
  }

  @Override
  public State pause() {
    control.pause();
    return state();
  }

  @Override
  public Resumed resume() {
    boolean wasPaused = control.pausedSince().isPresent();
    control.resume();
    List<QuotaKey> probed =
        providers.all().stream()
            .flatMap(provider -> provider.limiter().probe().stream())
            .sorted(BY_NAME)
            .toList();
    return new Resumed(wasPaused, probed);
  }

  @Override
  public int forgetLearnedLimits(Optional<QuotaKey> key) {
    return providers.all().stream().mapToInt(provider -> provider.limiter().forget(key)).sum();
  }

  @Override
  public State state() {
    Instant now = clock.instant();
    QueueControl.Counts counts = control.counts();
    Map<QuotaKey, DayUsage> today = usage.day(PacificDay.of(now));
    SortedSet<QuotaKey> keys = new TreeSet<>(BY_NAME);
    keys.addAll(counts.backlogs().keySet());
    keys.addAll(today.keySet());
    List<KeyState> states =
        keys.stream()
            .map(key ->
                state(
                    key,
                    counts.backlogs().getOrDefault(key, QueueControl.Backlog.NONE),
                    today.getOrDefault(key, DayUsage.NONE),
                    PacificDay.end(now)))
            .toList();
    return new State(
        counts,
        control.pausedSince(),
        workload.working(),
        states,
        FinishTimes.last(
            states.stream()
                .filter(state -> state.pending() > 0)
                .map(KeyState::finishTime)
                .toList()),
        providers.states(),
        warnings(keys),
        budget());
  }

  private KeyState state(
      QuotaKey key, QueueControl.Backlog backlog, DayUsage today, Instant dayEnd) {
    Optional<QuotaGauge> gauge = providers.of(key.provider()).map(Provider::gauge);
    Optional<Instant> finishTime =
        backlog.calls() == 0 ? Optional.empty() : finishTimes.of(key, backlog.calls());
    return new KeyState(
        key,
        waits.of(key),
        gauge.map(known -> known.limits(key)).orElse(List.of()),
        workload.running(key),
        backlog.tasks(),
        finishTime,
        gauge.map(known -> known.estimateError(key)).orElse(OptionalDouble.empty()),
        today,
        dayEnd);
  }

  /** What to know about the models in use: the configured one, and those that have tasks. */
  private List<ModelCatalogue.Warning> warnings(SortedSet<QuotaKey> keys) {
    SortedSet<QuotaKey> inUse = new TreeSet<>(keys);
    inUse.add(providers.configured());
    Map<String, List<String>> models =
        inUse.stream()
            .collect(
                Collectors.groupingBy(
                    QuotaKey::provider,
                    Collectors.mapping(QuotaKey::model, Collectors.toUnmodifiableList())));
    return providers.all().stream()
        .flatMap(provider ->
            provider.models().warnings(models.getOrDefault(provider.name(), List.of())).stream())
        .toList();
  }

  private Optional<QuotaGauge.Budget> budget() {
    return providers.all().stream()
        .flatMap(provider -> provider.gauge().budget().stream())
        .findFirst();
  }
}
