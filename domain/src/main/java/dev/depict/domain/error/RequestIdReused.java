package dev.depict.domain.error;

import dev.depict.domain.task.TaskId;

/** The request id was used before, with a different request. */
public final class RequestIdReused extends CallerMistake {
  private final String requestId;
  private final TaskId task;

  public RequestIdReused(String requestId, TaskId task) {
    super(
        "request_id '%s' belongs to task %s, which asked for something else; use a new one"
            .formatted(requestId, task));
    this.requestId = requestId;
    this.task = task;
  }

  public String requestId() {
    return requestId;
  }

  public TaskId task() {
    return task;
  }
}
