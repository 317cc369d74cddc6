package dev.depict.testkit.memory;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a leader, which is the end of its twins in the same step. */
final class Endings {
  private final Session session;
  private final Journal journal;

  Endings(Session session, Journal journal) {
    this.session = session;
    this.journal = journal;
  }

  /**
   * @param reused whether the answer is another task's
   */
  void complete(Row leader, Answer answer, boolean reused) {
    for (Row row : dissolve(leader)) {
      row.answer = Optional.of(answer);
      row.reused = reused || row != leader;
      row.failure = Optional.empty();
      journal.move(row, EventType.COMPLETED, TaskStatus.COMPLETED);
    }
  }

  void fail(Row leader, Failure failure) {
    for (Row row : dissolve(leader)) {
      row.failure = Optional.of(failure);
      journal.move(row, EventType.FAILED, TaskStatus.FAILED);
    }
  }

  /** The leader and its twins, none of them tied to another any more. */
  private List<Row> dissolve(Row leader) {
    List<Row> rows = new ArrayList<>();
    rows.add(leader);
    rows.addAll(leader.twins.values());
    leader.twins.clear();
    session.database.leaders.remove(leader.fingerprint, leader);
    for (Row row : rows) {
      row.leader = Optional.empty();
      row.lease = Optional.empty();
      row.nextAttempt = Optional.empty();
    }
    return rows;
  }
}
