package dev.depict.testkit.property;

import dev.depict.application.port.out.Ingested;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to become of new tasks. */
final class AskingRules {
  private static final Duration KNOWN = Duration.ofDays(7);

  /** A task as it is sent. */
  record Sent(TaskId id, Action.Ask ask, Optional<TaskId> supersedes) {
    boolean fresh() {
      return ask.fresh() || supersedes.isPresent();
    }

    Question question() {
      return new Question(ask.question());
    }

    /** What makes a repeated request the same. */
    Same same() {
      return new Same(question(), fresh(), supersedes);
    }
  }

  record Same(Question question, boolean fresh, Optional<TaskId> supersedes) {}

  private record Request(Same same, TaskId task, Instant time) {}

  /**
   * What is to be answered.
   *
   * @param task the one it names, if it names one
   */
  record Expected(Class<? extends Ingested> kind, Optional<TaskId> task) {}

  private final Model model;
  private final Map<Integer, Request> requests = new HashMap<>();

  AskingRules(Model model) {
    this.model = model;
  }

  List<Expected> ingest(List<Sent> batch, boolean atomic) {
    if (atomic) {
      List<Optional<Expected>> refused = refused(batch);
      if (refused.stream().anyMatch(Optional::isPresent)) {
        var withheld = new Expected(Ingested.Withheld.class, Optional.empty());
        return refused.stream().map(one -> one.orElse(withheld)).toList();
      }
    }
    return batch.stream().map(this::ingest).toList();
  }

  private Optional<Request> known(Map<Integer, Request> among, Action.Ask ask) {
    return Optional.ofNullable(among.get(ask.request()))
        .filter(request -> request.time().plus(KNOWN).isAfter(model.now()));
  }

  /** Looks at a batch as if each entry before were stored. */
  private List<Optional<Expected>> refused(List<Sent> batch) {
    Map<Integer, Request> seen = new HashMap<>(requests);
    long room = Model.MAX_PENDING - model.with(TaskStatus.PENDING).count();
    List<Optional<Expected>> all = new ArrayList<>();
    for (Sent sent : batch) {
      Optional<Request> known = known(seen, sent.ask());
      if (known.isPresent()) {
        all.add(known.filter(one -> !one.same().equals(sent.same())).map(AskingRules::taken));
      } else if (!answered(sent) && room-- <= 0) {
        all.add(Optional.of(new Expected(Ingested.Full.class, Optional.empty())));
      } else {
        all.add(Optional.empty());
        remember(seen, sent);
      }
    }
    return all;
  }

  private boolean answered(Sent sent) {
    return !sent.fresh() && model.answers.containsKey(sent.question());
  }

  private static Expected taken(Request request) {
    return new Expected(Ingested.RequestIdTaken.class, Optional.of(request.task()));
  }

  private void remember(Map<Integer, Request> among, Sent sent) {
    if (sent.ask().request() > 0) {
      among.put(sent.ask().request(), new Request(sent.same(), sent.id(), model.now()));
    }
  }

  private Expected ingest(Sent sent) {
    Optional<Request> known = known(requests, sent.ask());
    if (known.isPresent()) {
      Request request = known.get();
      return request.same().equals(sent.same())
          ? new Expected(Ingested.Replayed.class, Optional.of(request.task()))
          : taken(request);
    }
    if (!answered(sent) && model.full()) {
      return new Expected(Ingested.Full.class, Optional.empty());
    }
    store(sent);
    remember(requests, sent);
    return new Expected(Ingested.Created.class, Optional.of(sent.id()));
  }

  private void store(Sent sent) {
    var job = new Job(sent.id(), sent.question(), sent.ask().lane(), sent.supersedes());
    if (answered(sent)) {
      job.status = TaskStatus.COMPLETED;
      job.reused = true;
      job.answer = Optional.<AnswerId>ofNullable(model.answers.get(job.question));
      job.ended = model.now();
    } else {
      model.join(job);
    }
    model.created(job);
    model.raiseLane(job);
  }

  /** Forgets the requests that are not known any more. */
  void clean() {
    requests.values().removeIf(request -> !request.time().plus(KNOWN).isAfter(model.now()));
  }
}
