package dev.depict.application.port.out;

import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;

/** What became of a {@link NewTask}. */
public sealed interface Ingested {
  /**
   * Stored, durably: as leader, as twin of a leader that is under way, or completed at once by a
   * stored answer.
   *
   * @param task as stored
   */
  record Created(Task task) implements Ingested {}

  /** The same request was ingested before; nothing is stored. */
  record Replayed(Task task) implements Ingested {}

  /** The request id belongs to another request; nothing is stored. */
  record RequestIdTaken(String requestId, TaskId task) implements Ingested {}

  /** The picture was named by a digest that is not stored; nothing is stored. */
  record MediaMissing(MediaDigest media) implements Ingested {}

  /** Another entry of the same atomic batch was refused; nothing is stored. */
  record Withheld() implements Ingested {}

  /** As many tasks wait as are allowed; nothing is stored. */
  record Full(long limit) implements Ingested {}
}
