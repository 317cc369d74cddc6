package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what a caller asks for to tasks, one after the other.
 *
 * @param limits of a retry
 */
public record ChangeTasks(TaskChange change, List<TaskId> ids, Retry.Limits limits)
    implements Work<Ledger, List<Changed>> {
  @Override
  public List<Changed> run(Ledger ledger) throws SQLException {
    var results = new ArrayList<Changed>(ids.size());
    for (TaskId id : ids) {
      results.add(change(ledger, id));
    }
    return List.copyOf(results);
  }

  private Changed change(Ledger ledger, TaskId id) throws SQLException {
    Optional<Stored> task = Stored.find(ledger.sql(), id);
    if (task.isEmpty()) {
      return new Changed.Unknown();
    }
    return switch (change) {
      case CANCEL -> new Cancel(ledger).run(task.get(), id);
      case RETRY -> new Retry(ledger, limits).run(task.get(), id);
      case DELETE -> new Delete(ledger).run(task.get(), id);
    };
  }

  @Override
  public long bytes() {
    return 2048L * ids.size();
  }
}
