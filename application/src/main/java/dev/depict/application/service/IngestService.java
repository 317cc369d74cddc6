package dev.depict.application.service;

import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.EntryRejected;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.RequestIdReused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes pictures in: checks everything, then stores once. */
public final class IngestService implements IngestImage, IngestImages {
  private final TaskRepository tasks;
  private final NewTasks drafts;
  private final WaitReasons waits;

  public IngestService(TaskRepository tasks, NewTasks drafts, WaitReasons waits) {
    this.tasks = tasks;
    this.drafts = drafts;
    this.waits = waits;
  }

  @Override
  public CompletionStage<Result> ingest(Command command) {
    return tasks.ingest(drafts.of(command)).thenApply(this::result);
  }

  private Result result(Ingested ingested) {
    return switch (entry(ingested)) {
      case Entry.Stored(var result) -> result;
      case Entry.Rejected(var mistake) -> throw mistake;
    };
  }

  @Override
  public List<Entry> ingest(List<Command> commands, boolean atomic) {
    List<Checked> checked = commands.stream().map(this::check).toList();
    if (atomic) {
      refuse(checked.stream().map(Checked::mistake).toList());
    }
    List<NewTask> sound = checked.stream().flatMap(one -> one.task().stream()).toList();
    List<Ingested> stored = tasks.ingest(sound, atomic);
    if (atomic) {
      refuse(stored.stream().map(IngestService::mistake).toList());
    }
    Iterator<Ingested> next = stored.iterator();
    var entries = new ArrayList<Entry>(commands.size());
    for (Checked one : checked) {
      entries.add(
          one.mistake().<Entry>map(Entry.Rejected::new).orElseGet(() -> entry(next.next())));
    }
    return entries;
  }

  /** One of both. */
  private record Checked(Optional<NewTask> task, Optional<CallerMistake> mistake) {}

  private Checked check(Command command) {
    try {
      return new Checked(Optional.of(drafts.of(command)), Optional.empty());
    } catch (CallerMistake mistake) {
      return new Checked(Optional.empty(), Optional.of(mistake));
    }
  }

  private static void refuse(List<Optional<CallerMistake>> mistakes) {
    for (int index = 0; index < mistakes.size(); index++) {
      Optional<CallerMistake> mistake = mistakes.get(index);
      if (mistake.isPresent()) {
        throw new EntryRejected(index, mistake.get());
      }
    }
  }

  private Entry entry(Ingested ingested) {
    return switch (ingested) {
      case Ingested.Created(var task) -> new Entry.Stored(new Result(waits.view(task), false));
      case Ingested.Replayed(var task) -> new Entry.Stored(new Result(waits.view(task), true));
      case Ingested.RequestIdTaken _,
          Ingested.MediaMissing _,
          Ingested.Full _,
          Ingested.Withheld _ ->
          new Entry.Rejected(
              mistake(ingested)
                  .orElseThrow(() -> new IllegalStateException("withheld from no atomic batch")));
    };
  }

  private static Optional<CallerMistake> mistake(Ingested ingested) {
    return switch (ingested) {
      case Ingested.RequestIdTaken(var id, var task) -> Optional.of(new RequestIdReused(id, task));
      case Ingested.MediaMissing(var media) -> Optional.of(new MediaNotFound(media));
      case Ingested.Full(var limit) -> Optional.of(new QueueFull(limit));
      case Ingested.Created _, Ingested.Replayed _, Ingested.Withheld _ -> Optional.empty();
    };
  }
}
