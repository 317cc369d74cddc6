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
    List<EventRow> rows = reader.direct().events(after, limit);
    if (rows.isEmpty() || rows.getFirst().sequence() > after + 1) {
      throw new ResumeTokenTooOld(); // Sequences have no gaps: the next ones are gone.
    }
    Map<Long, Task> tasks = tasks(reader, rows);
    return rows.stream().map(row -> row.event(Optional.ofNullable(tasks.get(row.task())))).toList();
  }

  private static Map<Long, Task> tasks(Reader reader, List<EventRow> rows) throws SQLException {
    var tasks = new HashMap<Long, Task>();
    String ordinals = Json.numbers(rows.stream().map(EventRow::task).distinct().toList());
    for (TaskRow row : reader.direct().tasks(ordinals)) {
      tasks.put(row.ordinal(), reader.task(row));
    }
    return tasks;
  }
}
