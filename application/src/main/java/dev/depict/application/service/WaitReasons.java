package dev.depict.application.service;

import dev.depict.application.port.in.TaskView;
import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import java.util.Optional;

/**
 * Says what a waiting task waits for. Derived when read, so that pausing a million tasks writes one
 * row.
 */
public final class WaitReasons {
  private final QueueControl control;
  private final Providers providers;

  public WaitReasons(QueueControl control, Providers providers) {
    this.control = control;
    this.providers = providers;
  }

  /** The task as its caller sees it. */
  public TaskView view(Task task) {
    return new TaskView(
        task, task.status() == TaskStatus.PENDING ? Optional.of(reason(task)) : Optional.empty());
  }

  /** Why tasks of this key would wait even if they were the only ones. */
  public Optional<WaitReason> of(QuotaKey key) {
    if (control.pausedSince().isPresent()) {
      return Optional.of(new WaitReason(WaitReason.Kind.PAUSED, Optional.empty()));
    }
    Optional<Provider> provider = providers.of(key.provider());
    return provider.isPresent()
        ? provider.get().limiter().state(key)
        : Optional.of(new WaitReason(WaitReason.Kind.NO_ANALYZER, Optional.empty()));
  }

  private WaitReason reason(Task task) {
    if (task.progress().nextAttemptTime().isPresent()) {
      return new WaitReason(WaitReason.Kind.RETRY, task.progress().nextAttemptTime());
    }
    if (task.progress().leader().isPresent()) {
      return new WaitReason(WaitReason.Kind.DUPLICATE, Optional.empty());
    }
    return of(task.estimate().key())
        .orElse(new WaitReason(WaitReason.Kind.BACKLOG, Optional.empty()));
  }
}
