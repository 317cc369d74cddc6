package dev.depict.testkit.memory;

import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.util.Map;
import java.util.Optional;

/** Who does the work of a fingerprint, who waits for it, and who inherits it. */
final class Leaders {
  private final Session session;
  private final Journal journal;

  Leaders(Session session, Journal journal) {
    this.session = session;
    this.journal = journal;
  }

  Optional<Row> of(Row row) {
    return Optional.ofNullable(session.database.leaders.get(row.fingerprint));
  }

  /** Puts a waiting task where it belongs: behind the live leader, or to the ready ones (true). */
  boolean join(Row row) {
    Optional<Row> leader = of(row);
    row.leader = leader;
    if (leader.isPresent()) {
      leader.get().twins.put(row.ordinal, row);
    } else {
      session.database.leaders.put(row.fingerprint, row);
    }
    return leader.isEmpty();
  }

  /** Gives the leader of a twin the twin's lane if that is more urgent. */
  void raiseLane(Row twin) {
    twin.leader
        .filter(leader -> twin.lane.compareTo(leader.lane) < 0)
        .ifPresent(leader -> raise(leader, twin.lane));
  }

  /** Takes a task that ends, or goes, out of its place; its first twin steps into it. */
  void leave(Row row) {
    row.leader.ifPresent(leader -> leader.twins.remove(row.ordinal));
    row.leader = Optional.empty();
    if (session.database.leaders.remove(row.fingerprint, row)) {
      Optional.ofNullable(row.twins.pollFirstEntry())
          .map(Map.Entry::getValue)
          .ifPresent(heir -> promote(row, heir));
    }
    row.lease = Optional.empty();
    row.nextAttempt = Optional.empty();
  }

  private void raise(Row leader, Lane lane) {
    leader.lane = lane;
    if (leader.status == TaskStatus.PENDING) {
      journal.move(leader, EventType.LANE_RAISED, TaskStatus.PENDING);
      session.madeReady();
    }
  }

  private void promote(Row from, Row heir) {
    heir.leader = Optional.empty();
    heir.twins.putAll(from.twins);
    from.twins.clear();
    for (Row twin : heir.twins.values()) {
      twin.leader = Optional.of(heir);
      heir.lane = heir.lane.mostUrgent(twin.lane);
    }
    session.database.leaders.put(heir.fingerprint, heir);
    inherit(from, heir);
    journal.move(
        heir,
        EventType.PROMOTED,
        heir.lease.isPresent() ? TaskStatus.PROCESSING : TaskStatus.PENDING);
    if (heir.ready()) {
      session.madeReady();
    }
  }

  private void inherit(Row from, Row heir) {
    heir.lease = from.lease;
    heir.nextAttempt = from.nextAttempt;
    heir.countedFailures = from.countedFailures;
    heir.crashes = from.crashes;
    heir.failure = from.failure;
    if (heir.lease.isPresent()) {
      heir.started = heir.started.or(() -> from.started);
    }
    for (Attempt attempt : from.attempts) {
      int last = heir.attempts.isEmpty() ? 0 : heir.attempts.getLast().number();
      int number = Math.max(attempt.number(), last + 1);
      heir.attempts.add(Attempts.renumbered(attempt, number));
      heir.attemptCount = Math.max(heir.attemptCount, number);
      for (Call call : session.database.calls.values()) {
        if (call.owner == from && call.number == attempt.number()) {
          call.owner = heir;
          call.number = number;
          call.round = call.round == from.round ? heir.round : 0;
        }
      }
    }
    from.attempts.clear();
  }
}
