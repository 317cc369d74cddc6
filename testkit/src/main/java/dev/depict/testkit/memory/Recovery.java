package dev.depict.testkit.memory;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;

/** Takes over what an earlier process had claimed. */
final class Recovery {
  private static final int CRASHES_ALLOWED = 3;

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

  int run() {
    List<Row> orphans =
        session.database.byOrdinal.values().stream()
            .filter(row -> row.lease.filter(lease -> lease.epoch() < session.epoch).isPresent())
            .toList();
    session.database.calls.forEach((lease, call) -> {
      if (lease.epoch() < session.epoch) {
        ends.lose(call);
      }
    });
    orphans.forEach(this::takeBack);
    return orphans.size();
  }

  private void takeBack(Row row) {
    row.crashes++;
    if (row.crashes < CRASHES_ALLOWED) {
      row.lease = Optional.empty();
      journal.move(row, EventType.GIVEN_BACK, TaskStatus.PENDING);
      session.madeReady();
    } else {
      endings.fail(
          row,
          new Failure(
              FailureClass.CRASH, "", "the process died during three attempts of this task"));
    }
  }
}
