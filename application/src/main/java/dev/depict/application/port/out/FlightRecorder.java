package dev.depict.application.port.out;

import dev.depict.domain.task.TaskId;

/**
 * Remembers whose pictures are being decoded, beyond the death of the process: so that a picture
 * that kills it is found although nobody had claimed its task. Costs no synchronous write: what the
 * operating system was told survives the process, and after a loss of power nobody is to blame.
 * Safe for concurrent use. Read by {@link TaskQueue#recover}.
 */
public interface FlightRecorder {
  /** The task's picture is about to be touched. */
  void begin(TaskId task);

  /** The process has survived it. */
  void end(TaskId task);
}
