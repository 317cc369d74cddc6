package dev.depict.application.port.out;

import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;

/** What became of a change asked for by a caller. */
public sealed interface Changed {
  /**
   * Done.
   *
   * @param task as it stands now; after a deletion, as it stood last
   */
  record Done(Task task) implements Changed {}

  /** No such task. */
  record Unknown() implements Changed {}

  /** The task's status does not allow it; nothing was changed. */
  record Refused(TaskStatus status) implements Changed {}

  /** To be retried, but its picture is not stored any more; nothing was changed. */
  record MediaMissing(MediaDigest media) implements Changed {}

  /** To be retried, but as many tasks wait as are allowed; nothing was changed. */
  record Full(long limit) implements Changed {}
}
