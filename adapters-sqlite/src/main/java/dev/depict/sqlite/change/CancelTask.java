package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Ends a waiting or running task. */
public record CancelTask(TaskId id) implements Work<Ledger, Changed> {
  @Override
  public Changed run(Ledger ledger) throws SQLException {
    Optional<Stored> found = Stored.find(ledger.sql(), id);
    if (found.isEmpty()) {
      return new Changed.Unknown();
    }
    Stored task = found.get();
    if (task.status().isFinal()) {
      return new Changed.Refused(task.status());
    }
    List<Stored> twins = task.twins(ledger);
    new Transitions(ledger).cancel(task);
    new Leaders(ledger).inherit(task, twins);
    return ledger.reader().task(id).<Changed>map(Changed.Done::new).orElseGet(Changed.Unknown::new);
  }
}
