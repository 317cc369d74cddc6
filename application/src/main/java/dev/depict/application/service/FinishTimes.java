package dev.depict.application.service;

import dev.depict.application.port.out.Backlog;
import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Foretells when waiting tasks will have been sent, by what stands before them and what their
 * quotas allow. Empty when it depends on people, on a provider's recovery, or on how fast something
 * without a quota is.
 */
public final class FinishTimes {
  private final Backlog backlog;
  private final QueueControl control;
  private final Providers providers;

  public FinishTimes(Backlog backlog, QueueControl control, Providers providers) {
    this.backlog = backlog;
    this.control = control;
    this.providers = providers;
  }

  /** Of one task; empty also when it does not wait. */
  Optional<Instant> of(Task task) {
    if (task.status() != TaskStatus.PENDING) {
      return Optional.empty();
    }
    QuotaKey key = task.estimate().key();
    Optional<Instant> delayed = task.progress().nextAttemptTime();
    if (delayed.isPresent()) {
      return of(key, 1).map(sent -> sent.isAfter(delayed.get()) ? sent : delayed.get());
    }
    TaskId worker = task.progress().leader().orElse(task.id());
    OptionalLong position = backlog.position(worker);
    return position.isPresent() ? of(key, position.getAsLong()) : Optional.empty();
  }

  /** Of the last ready task that the filter means. */
  Optional<Instant> of(TaskFilter filter) {
    return last(
        backlog.positions(filter).entrySet().stream()
            .map(entry -> of(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Of the last of so many calls of a key, from now on. */
  Optional<Instant> of(QuotaKey key, long calls) {
    return control.pausedSince().isPresent()
        ? Optional.empty()
        : providers.of(key.provider()).flatMap(provider -> provider.gauge().finishTime(key, calls));
  }

  /** The last of all; empty when one of them is not known, or there are none. */
  static Optional<Instant> last(Collection<Optional<Instant>> times) {
    return times.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : times.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
  }
}
