package dev.depict.testkit.memory;

import dev.depict.application.port.out.NewTask;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Progress;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One task as it stands. Touched only under the lock of its {@link Database}. */
final class Row {
  /** The order in which ready tasks are claimed. */
  static final Comparator<Row> BEST_FIRST =
      Comparator.comparing((Row row) -> row.lane)
          .thenComparing(Row::behindFresh)
          .thenComparingLong(row -> row.ordinal);

  final NewTask asked;
  final long ordinal;
  final Fingerprint fingerprint;
  final Instant created;
  final NavigableMap<Long, Row> twins = new TreeMap<>();
  final List<Attempt> attempts = new ArrayList<>();
  TaskStatus status = TaskStatus.PENDING;
  Lane lane;
  Optional<Row> leader = Optional.empty();
  Optional<Lease> lease = Optional.empty();
  int round = 1;
  int attemptCount;
  int countedFailures;
  int crashes;
  boolean reused;
  Optional<Instant> nextAttempt = Optional.empty();
  Optional<Instant> started = Optional.empty();
  Optional<Instant> finished = Optional.empty();
  Instant updated;
  Optional<Answer> answer = Optional.empty();
  Optional<Failure> failure = Optional.empty();

  Row(NewTask asked, long ordinal, Instant now) {
    this.asked = asked;
    this.ordinal = ordinal;
    this.fingerprint = asked.question().fingerprint();
    this.created = now;
    this.updated = now;
    this.lane = asked.lane();
  }

  TaskId id() {
    return asked.id();
  }

  boolean live() {
    return !status.isFinal();
  }

  boolean delayed() {
    return status == TaskStatus.PENDING && leader.isEmpty() && nextAttempt.isPresent();
  }

  boolean ready() {
    return status == TaskStatus.PENDING && leader.isEmpty() && nextAttempt.isEmpty();
  }

  /** Whether it goes behind the fresh ones of its lane. */
  boolean behindFresh() {
    return countedFailures > 0;
  }

  Task task() {
    return new Task(
        id(),
        asked.origin(),
        asked.media(),
        asked.question(),
        asked.estimate(),
        lane,
        asked.supersedes(),
        progress(),
        reused,
        answer,
        failure);
  }

  private Progress progress() {
    return new Progress(
        status,
        leader.map(Row::id),
        round,
        attemptCount,
        countedFailures,
        crashes,
        nextAttempt,
        created,
        started,
        finished,
        updated);
  }
}
