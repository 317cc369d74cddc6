package dev.depict.application.service;

import dev.depict.application.port.out.Ready;
import dev.depict.application.service.Dispatcher.Ports;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks at everything that is due and starts what may be started. Used by one thread. */
final class QueueWork {
  private final Ports ports;
  private final Providers providers;
  private final Errands errands;
  private final Attempts attempts;
  private final Desks desks;
  private final Suspects suspects;
  private final BooleanSupplier working;
  private Ready missed = Ready.NOTHING;

  /**
   * @param working whether tasks are started without being asked for
   */
  QueueWork(
      Ports ports,
      Providers providers,
      Errands errands,
      Attempts attempts,
      Desks desks,
      Suspects suspects,
      BooleanSupplier working) {
    this.ports = ports;
    this.providers = providers;
    this.errands = errands;
    this.attempts = attempts;
    this.desks = desks;
    this.suspects = suspects;
    this.working = working;
  }

  /**
   * One look. Says when to look again if nothing happens before.
   *
   * @param news how the queue may have changed since the last one
   */
  Optional<Instant> pass(Ready news) {
    List<Errand> eager = errands.eager();
    Optional<Instant> next = ports.queue().releaseDelayed();
    var review = new ErrandReview(ports, ports.clock().instant(), next);
    if (ports.control().pausedSince().isPresent()) {
      errands.review(eager, review::whilePaused);
      return next;
    }
    if (news.anything()) {
      desks.open(ports.queue().readyKeys());
    } else {
      desks.openMore(news.newcomers().keySet());
    }
    missed = missed.and(news);
    Findings findings = oneAlone().orElseGet(this::everything);
    errands.review(eager, errand -> review.of(errand, findings));
    return earliest(next, findings.next());
  }

  private Findings everything() {
    Ready news = missed;
    missed = Ready.NOTHING;
    List<Task> named =
        errands.named().stream()
            .flatMap(id -> ports.tasks().find(id).stream())
            .filter(QueueWork::isReady)
            .toList();
    return desks.work(
        news,
        named,
        () -> working.getAsBoolean() ? KeyDesk.Order.EVERYTHING : errands.due(),
        suspects.ids());
  }

  /** Works a suspect, if one can be worked now; nothing else is begun meanwhile. */
  private Optional<Findings> oneAlone() {
    Optional<Task> suspect = suspects.first(ports.tasks()::find, this::mayRunAlone);
    missed = suspect.isPresent() ? Ready.ANYTHING : missed;
    return suspect.map(task -> {
      boolean quiet = attempts.running() == 0 && desks.isQuiet(task.id());
      return quiet ? desks.workAlone(task) : Findings.BUSY;
    });
  }

  private boolean mayRunAlone(Task task) {
    return task.status() == TaskStatus.PROCESSING
        || (isReady(task) && isAskedFor(task.id()) && isPermitted(task.estimate().key()));
  }

  private boolean isAskedFor(TaskId task) {
    return working.getAsBoolean() || errands.due() > 0 || errands.named().contains(task);
  }

  private boolean isPermitted(QuotaKey key) {
    return providers.of(key.provider()).stream()
        .anyMatch(provider -> provider.limiter().state(key).isEmpty());
  }

  private static boolean isReady(Task task) {
    return task.status() == TaskStatus.PENDING
        && task.progress().leader().isEmpty()
        && task.progress().nextAttemptTime().isEmpty();
  }

  private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
        : one.or(() -> other);
  }
}
