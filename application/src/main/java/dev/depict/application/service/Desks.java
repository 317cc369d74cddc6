package dev.depict.application.service;

import dev.depict.application.port.out.Ready;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.WaitReason;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;

/** A desk for each quota key that has had work. Used by the dispatcher's thread alone. */
final class Desks {
  private static final WaitReason NOBODY_SERVES =
      new WaitReason(WaitReason.Kind.NO_ANALYZER, Optional.empty());

  private final Providers providers;
  private final BiFunction<QuotaKey, Provider, KeyDesk> factory;
  private final Map<QuotaKey, KeyDesk> desks = new LinkedHashMap<>();
  private final Set<QuotaKey> unserved = new HashSet<>();

  Desks(Providers providers, BiFunction<QuotaKey, Provider, KeyDesk> factory) {
    this.providers = providers;
    this.factory = factory;
  }

  /** Opens a desk for each of the keys, and notes those that nobody serves. */
  void open(Collection<QuotaKey> keys) {
    unserved.clear();
    openMore(keys);
  }

  /** The same, beside those that were noted before. */
  void openMore(Collection<QuotaKey> keys) {
    keys.forEach(this::open);
  }

  /**
   * Has all desks do what can be done now.
   *
   * @param due how many tasks may still be started that nobody named
   * @param without tasks that are passed over
   */
  Findings work(Ready news, List<Task> named, IntSupplier due, Set<TaskId> without) {
    named.forEach(task -> open(task.estimate().key()));
    Map<QuotaKey, WaitReason> denied = new HashMap<>();
    unserved.forEach(key -> denied.put(key, NOBODY_SERVES));
    boolean busy = false;
    for (var entry : desks.entrySet()) {
      QuotaKey key = entry.getKey();
      List<Task> own = named.stream().filter(task -> task.estimate().key().equals(key)).toList();
      var order = new KeyDesk.Order(own, due.getAsInt(), without);
      Look look = entry.getValue().work(news, order);
      look.denied().ifPresent(reason -> denied.put(key, reason));
      busy |= look.isBusy();
    }
    return new Findings(denied, busy);
  }

  /** Whether no picture but that of the task is being prepared. */
  boolean isQuiet(TaskId but) {
    return desks.values().stream().allMatch(desk -> desk.isQuiet(but));
  }

  /** Has this one task worked, and no other. */
  Findings workAlone(Task task) {
    QuotaKey key = task.estimate().key();
    open(key);
    return Optional.ofNullable(desks.get(key))
        .map(desk -> desk.work(Ready.ANYTHING, new KeyDesk.Order(List.of(task), 0, Set.of())))
        .map(look -> findings(key, look))
        .orElse(Findings.BUSY);
  }

  private static Findings findings(QuotaKey key, Look look) {
    return new Findings(look.denied().map(reason -> Map.of(key, reason)).orElse(Map.of()), true);
  }

  private void open(QuotaKey key) {
    providers
        .of(key.provider())
        .ifPresentOrElse(
            provider -> desks.computeIfAbsent(key, _ -> factory.apply(key, provider)),
            () -> unserved.add(key));
  }
}
