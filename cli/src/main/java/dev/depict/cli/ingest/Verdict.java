package dev.depict.cli.ingest;

import dev.depict.proto.v1.Task;

/** How a picture stands, as shown. */
enum Verdict {
  /** A new answer was made for it. */
  ANALYZED("analyzed", true),
  /** Another picture of the same run, or under way, asked the same. */
  DUPLICATE("duplicate", true),
  /** The answer was stored before. */
  KNOWN("known", true),
  /** There is no answer, or the picture never became a task. */
  FAILED("failed", false),
  /** Somebody cancelled it. */
  CANCELLED("cancelled", false),
  /** Stored, and not finished so far. */
  WAITING("waiting", false);

  private final String shown;
  private final boolean hasWords;

  Verdict(String shown, boolean hasWords) {
    this.shown = shown;
    this.hasWords = hasWords;
  }

  static Verdict of(Task task) {
    return switch (task.getStatus()) {
      case TASK_STATUS_COMPLETED ->
          task.getReused() ? KNOWN : task.getLeader().isEmpty() ? ANALYZED : DUPLICATE;
      case TASK_STATUS_FAILED -> FAILED;
      case TASK_STATUS_CANCELLED -> CANCELLED;
      default -> WAITING;
    };
  }

  String shown() {
    return shown;
  }

  boolean hasWords() {
    return hasWords;
  }
}
