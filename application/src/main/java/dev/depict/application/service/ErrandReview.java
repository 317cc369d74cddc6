package dev.depict.application.service;

import dev.depict.application.port.in.ProcessQueue.Selection;
import dev.depict.application.service.Errands.Verdict;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.domain.task.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides after each look at the queue which errands can still get something. */
final class ErrandReview {
  /** How long a picture that cannot be read now may hold up an errand. */
  private static final Duration PREPARATION = Duration.ofMinutes(1);

  private static final Verdict GO_ON = new Verdict.GoOn();

  private final Dispatcher.Ports ports;
  private final Instant now;
  private final Optional<Instant> nextRelease;

  /**
   * @param nextRelease when the next delayed task becomes ready
   */
  ErrandReview(Dispatcher.Ports ports, Instant now, Optional<Instant> nextRelease) {
    this.ports = ports;
    this.now = now;
    this.nextRelease = nextRelease;
  }

  /** Nothing is started while the queue is paused. */
  Verdict whilePaused(Errand errand) {
    return stop(new WaitReason(WaitReason.Kind.PAUSED, Optional.empty()));
  }

  Verdict of(Errand errand, Findings findings) {
    return switch (errand.selection()) {
      case Selection.Due _ -> due(errand, findings);
      case Selection.Named(var task) -> named(errand, task, findings);
    };
  }

  private Verdict due(Errand errand, Findings findings) {
    if (findings.busy()) {
      return whilePatient(errand, Optional.empty());
    }
    Optional<WaitReason> denied = findings.first();
    if (denied.isPresent()) {
      return denied(errand, denied.get());
    }
    return new Verdict.Stop(
        nextRelease.map(time -> new WaitReason(WaitReason.Kind.RETRY, Optional.of(time))));
  }

  private Verdict named(Errand errand, TaskId id, Findings findings) {
    Optional<Task> task =
        ports.tasks().find(id).filter(found -> found.status() == TaskStatus.PENDING);
    if (task.isEmpty()) {
      return new Verdict.Stop(Optional.empty());
    }
    if (task.get().progress().leader().isPresent()) {
      return stop(new WaitReason(WaitReason.Kind.DUPLICATE, Optional.empty()));
    }
    Optional<Instant> delayed = task.get().progress().nextAttemptTime();
    if (delayed.isPresent()) {
      return stop(new WaitReason(WaitReason.Kind.RETRY, delayed));
    }
    Optional<WaitReason> denied =
        Optional.ofNullable(findings.denied().get(task.get().estimate().key()));
    return denied.isPresent()
        ? denied(errand, denied.get())
        : whilePatient(
            errand, Optional.of(new WaitReason(WaitReason.Kind.BACKLOG, Optional.empty())));
  }

  /** Whether the permission comes in time. */
  private static Verdict denied(Errand errand, WaitReason reason) {
    boolean inTime = reason.until().filter(time -> !time.isAfter(errand.deadline())).isPresent();
    return inTime ? GO_ON : stop(reason);
  }

  private Verdict whilePatient(Errand errand, Optional<WaitReason> otherwise) {
    return now.isAfter(errand.deadline().plus(PREPARATION)) ? new Verdict.Stop(otherwise) : GO_ON;
  }

  private static Verdict stop(WaitReason reason) {
    return new Verdict.Stop(Optional.of(reason));
  }
}
