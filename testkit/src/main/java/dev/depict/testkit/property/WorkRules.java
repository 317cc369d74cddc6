package dev.depict.testkit.property;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has to become of tasks that are worked. */
final class WorkRules {
  private final Model model;

  WorkRules(Model model) {
    this.model = model;
  }

  /** Whether a task can be claimed now. */
  boolean claimable(TaskId task) {
    return !model.paused && model.find(task).filter(model::ready).isPresent();
  }

  void claimed(Claim claim) {
    Job job = model.find(claim.lease().task()).orElseThrow();
    var call = new Tried(claim.lease(), model.now(), job);
    model.calls.add(call);
    job.running = Optional.of(call);
    model.move(job, EventType.STARTED, TaskStatus.PROCESSING);
  }

  /** Ends a call; returns whether it was the running one. */
  boolean end(Tried call, AttemptEnd end, Action.Spent spent) {
    Job job = call.owner;
    boolean running = job.running.filter(one -> one == call).isPresent();
    switch (end) {
      case AttemptEnd.Answered answered -> {
        book(call, Tried.Known.ANSWERED);
        answered(call, answered.id(), running);
      }
      case AttemptEnd.Failed(var failure, var _) -> {
        book(call, known(spent));
        if (running) {
          fail(job, failure.failureClass());
        }
      }
      case AttemptEnd.RetryAt(var _, var time) -> {
        book(call, known(spent));
        if (running) {
          job.failures++;
          back(job, EventType.RETRY_SCHEDULED, Optional.of(time));
        }
      }
      case AttemptEnd.GivenBack(var _, var notBefore) -> {
        book(call, known(spent));
        if (running) {
          back(job, EventType.GIVEN_BACK, notBefore);
        }
      }
    }
    return running;
  }

  private static Tried.Known known(Action.Spent spent) {
    return switch (spent) {
      case NOTHING -> Tried.Known.NOTHING_SENT;
      case BILLED -> Tried.Known.BILLED;
      case UNKNOWN -> Tried.Known.LOST;
    };
  }

  /** That nobody knows more tells nothing new of a call that was lost. */
  private void book(Tried call, Tried.Known known) {
    if (call.known != Tried.Known.LOST || known != Tried.Known.LOST) {
      call.known = known;
      call.sent = known == Tried.Known.NOTHING_SENT ? Optional.empty() : Optional.of(model.now());
    }
  }

  /**
   * An answer serves its own task, or whoever waits for one to the same question. A twin has it
   * from its leader, even when the call was once its own.
   */
  private void answered(Tried call, AnswerId answer, boolean running) {
    model.answers.put(call.question, answer);
    Optional<Job> served =
        running
            ? Optional.of(call.owner)
            : Optional.ofNullable(model.leaders.get(call.question))
                .filter(job -> job.is(TaskStatus.PENDING));
    served.ifPresent(leader -> {
      for (Job job : model.end(leader, EventType.COMPLETED, TaskStatus.COMPLETED)) {
        job.answer = Optional.of(answer);
        job.reused = job != leader || job != call.owner;
      }
    });
  }

  private void fail(Job leader, FailureClass why) {
    model
        .end(leader, EventType.FAILED, TaskStatus.FAILED)
        .forEach(job -> job.failure = Optional.of(why));
  }

  private void back(Job job, EventType type, Optional<Instant> due) {
    job.running = Optional.empty();
    job.due = due;
    model.move(job, type, TaskStatus.PENDING);
  }

  void release() {
    model.jobs.stream()
        .filter(job -> job.due.filter(due -> !due.isAfter(model.now())).isPresent())
        .forEach(job -> job.due = Optional.empty());
  }

  void hasten(TaskId task) {
    model.find(task).ifPresent(job -> job.due = Optional.empty());
  }

  /**
   * A new process takes over.
   *
   * @param prepared whose pictures were being decoded
   */
  Recovered recover(List<TaskId> prepared) {
    for (Tried call : model.calls) {
      if (call.known == Tried.Known.UNDER_WAY) {
        call.known = Tried.Known.LOST;
      }
    }
    int touched = 0;
    for (Job job : List.copyOf(model.jobs)) {
      boolean running = job.running.isPresent();
      if (running || prepared.contains(job.id)) {
        job.crashes++;
        if (job.crashes == 3) {
          fail(job, FailureClass.CRASH);
          touched++;
        } else if (running) {
          back(job, EventType.GIVEN_BACK, Optional.empty());
          touched++;
        }
      }
    }
    List<TaskId> suspects =
        model.jobs.stream()
            .filter(job -> job.live() && model.leads(job) && job.crashes == 2)
            .map(job -> job.id)
            .toList();
    return new Recovered(touched, suspects);
  }
}
