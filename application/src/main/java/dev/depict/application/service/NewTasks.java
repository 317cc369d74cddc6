package dev.depict.application.service;

import dev.depict.application.port.in.IngestImage.Command;
import dev.depict.application.port.in.IngestImage.Picture;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.domain.error.MediaNotFound;
import dev.depict.domain.error.TaskNotFound;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.TaskId;

/** Makes new tasks of what callers ask, after everything about them is checked. */
public final class NewTasks {
  private final TaskRepository tasks;
  private final Pictures pictures;
  private final Drafting drafting;
  private final IdSource ids;

  public NewTasks(TaskRepository tasks, Pictures pictures, Drafting drafting, IdSource ids) {
    this.tasks = tasks;
    this.pictures = pictures;
    this.drafting = drafting;
    this.ids = ids;
  }

  /**
   * @throws dev.depict.domain.error.CallerMistake when something cannot be used
   */
  NewTask of(Command command) {
    command.supersedes().ifPresent(this::mustExist);
    Pictures.Seen seen =
        pictures.see(command.picture()).orElseThrow(() -> missing(command.picture()));
    Drafting.Draft draft = drafting.of(command, seen.media());
    return new NewTask(
        new TaskId(ids.next()),
        new Origin(command.principal(), command.source(), command.labels(), command.requestId()),
        seen.media(),
        seen.content(),
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

  private static RuntimeException missing(Picture picture) {
    return switch (picture) {
      case Picture.Stored stored -> new MediaNotFound(stored.digest());
      case Picture.Content _, Picture.File _ ->
          new IllegalStateException("bytes that are at hand are not missing");
    };
  }
}
