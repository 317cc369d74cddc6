package dev.depict.sqlite.read;

import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pages of tasks, window by window. */
public final class TaskPages {
  /** Reads what there is in a window of ordinals, the newest first. */
  @FunctionalInterface
  private interface Window {
    List<TaskRow> read(TaskMapper tasks, long from, long before, int limit);
  }

  private final ReaderPool readers;

  public TaskPages(ReaderPool readers) {
    this.readers = readers;
  }

  public List<Task> page(TaskFilter filter, Optional<TaskId> before, int limit) {
    FilterRow conditions = FilterRow.of(filter);
    return page(
        before, limit, (tasks, from, to, wanted) -> tasks.list(conditions, from, to, wanted));
  }

  /** COMPLETED tasks that no other one supersedes. */
  public List<Task> reanalyzable(
      TaskFilter filter, Optional<String> answeredBy, Optional<TaskId> before, int limit) {
    FilterRow conditions = FilterRow.of(filter);
    return page(
        before,
        limit,
        (tasks, from, to, wanted) ->
            tasks.reanalyzable(conditions, answeredBy.orElse(null), from, to, wanted));
  }

  private List<Task> page(Optional<TaskId> before, int limit, Window window) {
    var page = new ArrayList<Task>();
    long end = readers.read(reader -> start(reader, before));
    while (end > 1 && page.size() < limit) {
      long from = Math.max(end - Windows.WIDTH, 1);
      long to = end;
      int wanted = limit - page.size();
      List<Task> found =
          readers.read(
              reader -> reader.tasks(window.read(reader.mappers().tasks(), from, to, wanted)));
      page.addAll(found);
      end = from;
    }
    return List.copyOf(page);
  }

  /** How many tasks a filter means. */
  public long count(TaskFilter filter) {
    FilterRow conditions = FilterRow.of(filter);
    return new Windows(readers)
        .all((tasks, from, before) -> tasks.count(conditions, from, before)).stream()
            .mapToLong(Long::longValue)
            .sum();
  }

  /** One more than the newest task that may be on the page. */
  private static long start(Reader reader, Optional<TaskId> before) {
    return before
        .map(id -> reader.ordinal(id).orElse(0))
        .orElseGet(() -> reader.mappers().tasks().newest() + 1);
  }
}
