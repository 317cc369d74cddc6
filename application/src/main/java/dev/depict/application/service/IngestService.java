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
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.QuotaKey;
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
  private final Analyzers analyzers;
  private final WaitReasons waits;
  private final IdSource ids;
  private final QuestionDefaults defaults;

  public IngestService(
      TaskRepository tasks,
      MediaStore media,
      ImageInspector inspector,
      Analyzers analyzers,
      WaitReasons waits,
      IdSource ids,
      QuestionDefaults defaults) {
    this.tasks = tasks;
    this.media = media;
    this.inspector = inspector;
    this.analyzers = analyzers;
    this.waits = waits;
    this.ids = ids;
    this.defaults = defaults;
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
    QuotaKey key = analyzers.route(command.model());
    command.supersedes().ifPresent(this::mustExist);
    Media picture = inspect(command.picture());
    return new NewTask(
        new TaskId(ids.next()),
        new Origin(command.principal(), command.source(), command.labels(), command.requestId()),
        picture,
        content(command.picture()),
        question(command, picture, key),
        analyzers.estimate(key, picture),
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

  private Question question(Command command, Media picture, QuotaKey key) {
    return new Question(
        picture.digest(),
        command.prompt(),
        command.context(),
        key.provider(),
        command.model(),
        command.language().orElse(defaults.language()),
        command.resolution().orElse(defaults.resolution()),
        defaults.preparation(),
        defaults.instructionVersion(),
        defaults.schemaVersion());
  }
}
