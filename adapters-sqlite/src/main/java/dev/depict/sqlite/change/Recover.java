package dev.depict.sqlite.change;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Takes over what earlier processes had claimed. */
public record Recover() implements Work<Ledger, Integer> {
  private static final int CRASHES_ALLOWED = 3;

  @Override
  public Integer run(Ledger ledger) throws SQLException {
    int taken = 0;
    for (Stored orphan : Stored.orphans(ledger.sql(), ledger.epoch())) {
      new Attempts(ledger).lose(orphan.ordinal(), orphan.leaseAttempt());
      if (orphan.status() == TaskStatus.PROCESSING) {
        takeBack(ledger, orphan);
        taken++;
      } else {
        ledger
            .sql()
            .update(
                "UPDATE task SET lease_epoch = NULL, lease_attempt = NULL WHERE ordinal = ?",
                orphan.ordinal());
      }
    }
    new Strays(ledger).lose();
    return taken;
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
    var failure =
        new Failure(FailureClass.CRASH, "", "the process died during three attempts of this task");
    EndAttempt.failWithTwins(
        ledger, orphan, new Attempts(ledger).failure(failure), orphan.countedFailures(), crashes);
  }
}
