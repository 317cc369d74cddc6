package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Removes a task that is not running. */
public record DeleteTask(TaskId id) implements Work<Ledger, Changed> {
  @Override
  public Changed run(Ledger ledger) throws SQLException {
    Optional<Stored> found = Stored.find(ledger.sql(), id);
    Optional<Task> last = ledger.reader().task(id);
    if (found.isEmpty() || last.isEmpty()) {
      return new Changed.Unknown();
    }
    Stored task = found.get();
    if (task.status() == TaskStatus.PROCESSING) {
      return new Changed.Refused(task.status());
    }
    List<Stored> twins = task.twins(ledger);
    ledger.append(
        EventType.DELETED, task.ordinal(), Optional.of(task.status()), Optional.empty(), null);
    new Transitions(ledger).leave(task);
    // Out of the way of its heir first: two leaders of one fingerprint cannot be.
    ledger
        .sql()
        .update(
            "UPDATE task SET live = 0, status = 4, ready = NULL WHERE ordinal = ?", task.ordinal());
    new Leaders(ledger).inherit(task, twins);
    new Inheritance(ledger).orphan(task);
    remove(ledger.sql(), task);
    return new Changed.Done(last.get());
  }

  private static void remove(Sql sql, Stored task) throws SQLException {
    for (String label : task.labels()) {
      sql.update("DELETE FROM task_label WHERE label = ? AND task = ?", label, task.ordinal());
    }
    sql.update("DELETE FROM attempt WHERE task = ?", task.ordinal());
    sql.update("DELETE FROM task_text WHERE task = ?", task.ordinal());
    sql.update("DELETE FROM task WHERE ordinal = ?", task.ordinal());
    sql.update("INSERT INTO tombstone (task, id) VALUES (?, ?)", task.ordinal(), task.id());
  }
}
