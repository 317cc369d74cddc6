package dev.depict.application.service;

import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.QuotaGauge;
import dev.depict.application.port.out.TaskQueue;
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
  private final TaskQueue queue;
  private final UsageBook usage;
  private final Providers providers;
  private final WaitReasons waits;
  private final Workload workload;
  private final InstantSource clock;

  public QueueControlService(
      QueueControl control,
      TaskQueue queue,
      UsageBook usage,
      Providers providers,
      WaitReasons waits,
      Workload workload,
      InstantSource clock) {
    this.control = control;
    this.queue = queue;
    this.usage = usage;
    this.providers = providers;
    this.waits = waits;
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
  public State state() {
    Instant now = clock.instant();
    Map<QuotaKey, DayUsage> today = usage.day(PacificDay.of(now));
    SortedSet<QuotaKey> keys = new TreeSet<>(BY_NAME);
    keys.addAll(queue.readyKeys());
    keys.addAll(today.keySet());
    List<KeyState> states =
        keys.stream()
            .map(key -> state(key, today.getOrDefault(key, DayUsage.NONE), PacificDay.end(now)))
            .toList();
    return new State(
        control.counts(),
        control.pausedSince(),
        workload.working(),
        states,
        providers.states(),
        warnings(keys),
        budget());
  }

  private KeyState state(QuotaKey key, DayUsage today, Instant dayEnd) {
    List<QuotaGauge.Limit> limits =
        providers
            .of(key.provider())
            .map(provider -> provider.gauge().limits(key))
            .orElse(List.of());
    return new KeyState(key, waits.of(key), limits, workload.running(key), today, dayEnd);
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
