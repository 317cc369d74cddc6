package dev.depict.sqlite;

import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.change.ChangeTasks;
import dev.depict.sqlite.change.Entry;
import dev.depict.sqlite.change.Ingest;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.Retry;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.read.TaskPages;
import dev.depict.sqlite.writer.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The tasks in SQLite. */
final class SqliteTaskRepository implements TaskRepository {
  private final Writer<Ledger> writer;
  private final ReaderPool readers;
  private final TaskPages pages;
  private final Inlining inlining;
  private final long maxPending;

  SqliteTaskRepository(
      Writer<Ledger> writer, ReaderPool readers, Inlining inlining, long maxPending) {
    this.writer = writer;
    this.readers = readers;
    this.pages = new TaskPages(readers);
    this.inlining = inlining;
    this.maxPending = maxPending;
  }

  @Override
  public List<Ingested> ingest(List<NewTask> tasks, boolean atomic) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    try (Inlining.Placing placing = inlining.begin()) {
      var entries = new ArrayList<Entry>(tasks.size());
      for (NewTask task : tasks) {
        entries.add(Entry.of(task, placing.inline(task.media(), task.content())));
      }
      return writer.submit(new Ingest(entries, maxPending, atomic));
    }
  }

  @Override
  public CompletionStage<Ingested> ingest(NewTask task) {
    Inlining.Placing placing = inlining.begin();
    try {
      Entry entry = Entry.of(task, placing.inline(task.media(), task.content()));
      return writer
          .begin(new Ingest(List.of(entry), maxPending, false))
          .whenComplete((_, _) -> placing.close())
          .thenApply(List::getFirst);
    } catch (RuntimeException e) {
      placing.close();
      return CompletableFuture.failedStage(e);
    }
  }

  @Override
  public Optional<Task> find(TaskId id) {
    return readers.read(reader -> reader.task(id));
  }

  @Override
  public List<Attempt> attempts(TaskId id) {
    return readers.read(reader -> reader.attempts(id));
  }

  @Override
  public List<Task> list(TaskFilter filter, Optional<TaskId> before, int limit) {
    return pages.page(filter, before, limit);
  }

  @Override
  public long count(TaskFilter filter) {
    return pages.count(filter);
  }

  @Override
  public List<Changed> change(TaskChange change, List<TaskId> tasks) {
    return tasks.isEmpty()
        ? List.of()
        : writer.submit(new ChangeTasks(change, List.copyOf(tasks), retrying()));
  }

  private Retry.Limits retrying() {
    return new Retry.Limits(maxPending, digest -> inlining.files().length(digest).isPresent());
  }
}
