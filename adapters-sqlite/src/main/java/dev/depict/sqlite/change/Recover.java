package dev.depict.sqlite.change;

import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes over what earlier processes had claimed.
 *
 * @param prepared whose pictures the last process was preparing when it died
 */
public record Recover(List<TaskId> prepared) implements Work<Ledger, TaskQueue.Recovered> {
  private static final int CRASHES_ALLOWED = 3;
  private static final String SUSPECTS =
      "SELECT id FROM task WHERE crashes > 1 AND live = 1 AND status = 0 ORDER BY ordinal";

  @Override
  public TaskQueue.Recovered run(Ledger ledger) throws SQLException {
    int taken = 0;
    Set<Long> claimed = new HashSet<>();
    for (Stored orphan : Stored.orphans(ledger.sql(), ledger.epoch())) {
      new Attempts(ledger).lose(orphan.ordinal(), orphan.leaseAttempt());
      if (orphan.status() == TaskStatus.PROCESSING) {
        takeBack(ledger, orphan);
        claimed.add(orphan.ordinal());
        taken++;
      } else {
        ledger
            .sql()
            .update(
                "UPDATE task SET lease_epoch = NULL, lease_attempt = NULL WHERE ordinal = ?",
                orphan.ordinal());
      }
    }
    for (TaskId id : Set.copyOf(prepared)) {
      Optional<Stored> found = Stored.find(ledger.sql(), id).filter(Recover::waits);
      if (found.isPresent() && !claimed.contains(found.get().ordinal())) {
        taken += blame(ledger, found.get()) ? 1 : 0;
      }
    }
    new Strays(ledger).lose();
    List<TaskId> suspects = ledger.sql().all(SUSPECTS, row -> new TaskId(Uuids.of(row.bytes(1))));
    return new TaskQueue.Recovered(taken, suspects);
  }

  private static boolean waits(Stored task) {
    return task.status() == TaskStatus.PENDING && task.leader().isEmpty();
  }

  private static void takeBack(Ledger ledger, Stored orphan) throws SQLException {
    int crashes = orphan.crashes() + 1;
    if (crashes < CRASHES_ALLOWED) {
      new Transitions(ledger)
          .requeue(
              orphan,
              EventType.GIVEN_BACK,
              OptionalLong.empty(),
              orphan.countedFailures(),
              crashes,
              null);
      return;
    }
    fail(ledger, orphan, crashes);
  }

  /** Counts a crash for a task that was waiting; returns whether that was one too many. */
  private static boolean blame(Ledger ledger, Stored task) throws SQLException {
    int crashes = task.crashes() + 1;
    if (crashes >= CRASHES_ALLOWED) {
      fail(ledger, task, crashes);
      return true;
    }
    ledger
        .sql()
        .update(
            "UPDATE task SET crashes = ?, update_time = ? WHERE ordinal = ?",
            crashes,
            ledger.nowMillis(),
            task.ordinal());
    return false;
  }

  private static void fail(Ledger ledger, Stored task, int crashes) throws SQLException {
    var failure =
        new Failure(
            FailureClass.CRASH, "", "the process died three times while it worked on this task");
    EndAttempt.failWithTwins(
        ledger, task, new Attempts(ledger).failure(failure), task.countedFailures(), crashes);
  }
}
