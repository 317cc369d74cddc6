package dev.depict.application.service;

import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.ImageInspector;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.QueueFull;
import dev.depict.domain.error.RequestIdReused;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.media.Media;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.TaskId;
import java.util.List;
import java.util.Optional;

/** Takes pictures in: checks everything, then stores once. */
public final class IngestService implements IngestImage {
  private final TaskRepository tasks;
  private final MediaStore media;
  private final ImageInspector inspector;
  private final Drafting drafting;
  private final WaitReasons waits;
  private final IdSource ids;

  public IngestService(
      TaskRepository tasks,
      MediaStore media,
      ImageInspector inspector,
      Drafting drafting,
      WaitReasons waits,
      IdSource ids) {
    this.tasks = tasks;
    this.media = media;
    this.inspector = inspector;
    this.drafting = drafting;
    this.waits = waits;
    this.ids = ids;
  }

  @Override
  public Result ingest(Command command) {
    Ingested ingested = tasks.ingest(List.of(newTask(command))).getFirst();
    return switch (ingested) {
      case Ingested.Created created -> new Result(waits.view(created.task()), false);
      case Ingested.Replayed replayed -> new Result(waits.view(replayed.task()), true);
      case Ingested.RequestIdTaken taken ->
          throw new RequestIdReused(taken.requestId(), taken.task());
      case Ingested.MediaMissing missing -> throw new MediaNotFound(missing.media());
      case Ingested.Full full -> throw new QueueFull(full.limit());
    };
  }

  private NewTask newTask(Command command) {
    command.supersedes().ifPresent(this::mustExist);
    Media picture = inspect(command.picture());
    Drafting.Draft draft = drafting.of(command, picture);
    return new NewTask(
        new TaskId(ids.next()),
        new Origin(command.principal(), command.source(), command.labels(), command.requestId()),
        picture,
        content(command.picture()),
        draft.question(),
        draft.estimate(),
        command.lane().orElse(Lane.NORMAL),
        command.fresh(),
        command.supersedes());
  }

  private void mustExist(TaskId id) {
    if (tasks.find(id).isEmpty()) {
      throw new TaskNotFound(id);
    }
  }

  private Media inspect(Picture picture) {
    return switch (picture) {
      case Picture.Content content -> inspector.inspect(content.bytes());
      case Picture.Stored stored ->
          media.info(stored.digest()).orElseThrow(() -> new MediaNotFound(stored.digest()));
    };
  }

  private static Optional<byte[]> content(Picture picture) {
    return switch (picture) {
      case Picture.Content content -> Optional.of(content.bytes());
      case Picture.Stored _ -> Optional.empty();
    };
  }
}
