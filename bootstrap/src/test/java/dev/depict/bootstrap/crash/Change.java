package dev.depict.bootstrap.crash;

import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.TaskStatus;

/**
 * One event, as a watcher sees it or as it is stored.
 *
 * @param task its UUID in hexadecimal digits
 */
record Change(String task, TaskEventType type, TaskStatus previous, TaskStatus status) {
  static Change of(TaskEvent event) {
    return new Change(
        Ack.id(event.getTask().getName()),
        event.getType(),
        event.getPreviousStatus(),
        event.getTask().getStatus());
  }

  /** By how many it changes the number of unfinished tasks. */
  int opens() {
    return open(status) - open(previous);
  }

  private static int open(TaskStatus status) {
    return switch (status) {
      case TASK_STATUS_PENDING, TASK_STATUS_PROCESSING -> 1;
      default -> 0;
    };
  }
}
