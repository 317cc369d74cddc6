package dev.depict.testkit.memory;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what would be refused of a batch, without storing anything. */
final class Rehearsal {
  private final Session session;
  private final Requests requests;
  private final Map<Requests.Name, NewTask> named = new HashMap<>();
  private final Set<MediaDigest> brought = new HashSet<>();
  private long pending;

  Rehearsal(Session session, Requests requests) {
    this.session = session;
    this.requests = requests;
    this.pending = session.database.count(TaskStatus.PENDING);
  }

  /** Why the next entry would be refused, if it would be. */
  Optional<Ingested> refusal(NewTask task) {
    Optional<Ingested> known = requests.replay(task).or(() -> withinBatch(task));
    if (known.isPresent()) {
      return known.filter(Ingested.RequestIdTaken.class::isInstance);
    }
    MediaDigest media = task.media().digest();
    if (task.content().isEmpty()
        && !brought.contains(media)
        && !session.database.media.containsKey(media)) {
      return Optional.of(new Ingested.MediaMissing(media));
    }
    if (task.fresh() || !session.database.answers.containsKey(task.question().fingerprint())) {
      if (pending >= session.setting.maxPending()) {
        return Optional.of(new Ingested.Full(session.setting.maxPending()));
      }
      pending++;
    }
    brought.add(media);
    task.origin()
        .requestId()
        .ifPresent(requestId -> named.put(Requests.name(task, requestId), task));
    return Optional.empty();
  }

  private Optional<Ingested> withinBatch(NewTask task) {
    return task.origin()
        .requestId()
        .flatMap(requestId ->
            Optional.ofNullable(named.get(Requests.name(task, requestId)))
                .map(first ->
                    Arrays.equals(first.requestHash(), task.requestHash())
                        ? new Ingested.Withheld()
                        : new Ingested.RequestIdTaken(requestId, first.id())));
  }
}
