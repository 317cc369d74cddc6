package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** Removes a task that is not running. */
record Delete(Ledger ledger) {
  Changed run(Stored task, TaskId id) throws SQLException {
    Optional<Task> last = ledger.reader().task(id);
    if (last.isEmpty()) {
      return new Changed.Unknown();
    }
    if (task.status() == TaskStatus.PROCESSING) {
      return new Changed.Refused(task.status());
    }
    remove(task);
    return new Changed.Done(last.get());
  }

  /** Removes a task of which it is known that it does not run. */
  void remove(Stored task) throws SQLException {
    ledger.append(
        EventType.DELETED, task.ordinal(), Optional.of(task.status()), Optional.empty(), null);
    new Transitions(ledger).leave(task);
    // Out of the way of its heir first: two leaders of one fingerprint cannot be.
    ledger
        .sql()
        .update(
            "UPDATE task SET live = 0, status = 4, ready = NULL WHERE ordinal = ?", task.ordinal());
    new Leaders(ledger).inherit(task);
    new Inheritance(ledger).orphan(task);
    var loose = new LooseFailures(ledger);
    loose.ofTask(task);
    loose.ofAttempts(task);
    removeRows(ledger.sql(), task);
    new Pictures(ledger).mayGo(task.media());
  }

  private static void removeRows(Sql sql, Stored task) throws SQLException {
    for (String label : task.labels()) {
      sql.update("DELETE FROM task_label WHERE label = ? AND task = ?", label, task.ordinal());
    }
    sql.update("DELETE FROM attempt WHERE task = ?", task.ordinal());
    sql.update("DELETE FROM task_text WHERE task = ?", task.ordinal());
    sql.update("DELETE FROM task WHERE ordinal = ?", task.ordinal());
    sql.update("INSERT INTO tombstone (task, id) VALUES (?, ?)", task.ordinal(), task.id());
  }
}
