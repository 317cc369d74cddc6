package dev.depict.sqlite.read;

import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a page of tasks, window by window: a filter that few tasks pass must not hold a read
 * transaction over the whole table.
 */
public final class TaskPages {
  /** About 50 ms of looking at tasks that the filter does not mean. */
  private static final long WINDOW = 50_000;

  private final ReaderPool readers;

  public TaskPages(ReaderPool readers) {
    this.readers = readers;
  }

  public List<Task> page(TaskFilter filter, Optional<TaskId> before, int limit) {
    FilterRow conditions = FilterRow.of(filter);
    var page = new ArrayList<Task>();
    long end = readers.read(reader -> start(reader, before));
    while (end > 1 && page.size() < limit) {
      long from = Math.max(end - WINDOW, 1);
      long to = end;
      int wanted = limit - page.size();
      Function<Reader, List<Task>> window =
          reader ->
              reader.mappers().tasks().list(conditions, from, to, wanted).stream()
                  .map(reader::task)
                  .toList();
      page.addAll(readers.read(window));
      end = from;
    }
    return List.copyOf(page);
  }

  /** One more than the newest task that may be on the page. */
  private static long start(Reader reader, Optional<TaskId> before) {
    return before
        .map(id -> reader.ordinal(id).orElse(0))
        .orElseGet(() -> reader.mappers().tasks().newest() + 1);
  }
}
