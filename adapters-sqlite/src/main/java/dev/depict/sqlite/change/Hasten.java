package dev.depict.sqlite.change;

import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;

/** Makes a delayed task ready; returns whether it was delayed. */
public record Hasten(TaskId task) implements Work<Ledger, Boolean> {
  private static final String HASTEN =
      """
      UPDATE task SET next_attempt_time = NULL, ready = 2 * lane + (counted_failures > 0)
      WHERE id = ? AND next_attempt_time IS NOT NULL
      """;

  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    boolean hastened = ledger.sql().update(HASTEN, (Object) Uuids.bytes(task.value())) > 0;
    if (hastened) {
      ledger.delaysChange();
      ledger.madeReady();
    }
    return hastened;
  }
}
