package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.domain.task.TaskId;
import java.sql.SQLException;

/** Ends a waiting or running task. */
record Cancel(Ledger ledger) {
  Changed run(Stored task, TaskId id) throws SQLException {
    if (task.status().isFinal()) {
      return new Changed.Refused(task.status());
    }
    new Transitions(ledger).cancel(task);
    new Leaders(ledger).inherit(task);
    return ledger.reader().task(id).<Changed>map(Changed.Done::new).orElseGet(Changed.Unknown::new);
  }
}
