package dev.depict.sqlite.read;

import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskEvent;
import dev.depict.sqlite.db.Json;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads events together with their tasks. */
public final class EventPages {
  private EventPages() {}

  /** Runs inside one read transaction. */
  public static List<TaskEvent> read(Reader reader, long after, int limit) throws SQLException {
    Long oldest = reader.mappers().events().oldest();
    if (oldest != null && after + 1 < oldest) {
      throw new ResumeTokenTooOld();
    }
    List<EventRow> rows = reader.mappers().events().read(after, limit);
    Map<Long, Task> tasks = tasks(reader, rows);
    return rows.stream().map(row -> row.event(Optional.ofNullable(tasks.get(row.task())))).toList();
  }

  private static Map<Long, Task> tasks(Reader reader, List<EventRow> rows) throws SQLException {
    var tasks = new HashMap<Long, Task>();
    if (!rows.isEmpty()) {
      String ordinals = Json.numbers(rows.stream().map(EventRow::task).distinct().toList());
      for (TaskRow row : reader.mappers().tasks().all(ordinals)) {
        tasks.put(row.ordinal(), reader.task(row));
      }
    }
    return tasks;
  }
}
