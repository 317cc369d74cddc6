package dev.depict.testkit.memory;

import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes over what an earlier process had claimed, or was preparing. */
final class Recovery {
  private static final int CRASHES_ALLOWED = 3;
  private static final int SUSPECT_FROM = 2;

  private final Session session;
  private final Journal journal;
  private final Endings endings;
  private final AttemptEnds ends;

  Recovery(Session session, Journal journal, Endings endings, AttemptEnds ends) {
    this.session = session;
    this.journal = journal;
    this.endings = endings;
    this.ends = ends;
  }

  Recovered run() {
    Set<TaskId> prepared = takeFlights();
    List<Row> blamed =
        session.database.byOrdinal.values().stream()
            .filter(row -> claimedEarlier(row) || waiting(row, prepared))
            .toList();
    session.database.calls.forEach((lease, call) -> {
      if (lease.epoch() < session.epoch) {
        ends.lose(call);
      }
    });
    int tasks = 0;
    for (Row row : blamed) {
      tasks += takeBack(row) ? 1 : 0;
    }
    return new Recovered(tasks, suspects());
  }

  private boolean claimedEarlier(Row row) {
    return row.lease.filter(lease -> lease.epoch() < session.epoch).isPresent();
  }

  private static boolean waiting(Row row, Set<TaskId> prepared) {
    return row.status == TaskStatus.PENDING && row.leader.isEmpty() && prepared.contains(row.id());
  }

  /** Whose pictures earlier processes had not survived. */
  private Set<TaskId> takeFlights() {
    Set<TaskId> earlier = new HashSet<>();
    session
        .database
        .flights
        .entrySet()
        .removeIf(flight -> flight.getValue() < session.epoch && earlier.add(flight.getKey()));
    return earlier;
  }

  /** Whether the task was given back or failed. */
  private boolean takeBack(Row row) {
    row.crashes++;
    boolean running = row.status == TaskStatus.PROCESSING;
    if (row.crashes >= CRASHES_ALLOWED) {
      endings.fail(
          row,
          new Failure(
              FailureClass.CRASH, "", "the process died during three attempts of this task"));
    } else if (running) {
      row.lease = Optional.empty();
      journal.move(row, EventType.GIVEN_BACK, TaskStatus.PENDING);
      session.madeReady();
    }
    return running || row.status == TaskStatus.FAILED;
  }

  private List<TaskId> suspects() {
    return session.database.byOrdinal.values().stream()
        .filter(row -> row.live() && row.leader.isEmpty() && row.crashes >= SUSPECT_FROM)
        .map(Row::id)
        .toList();
  }
}
