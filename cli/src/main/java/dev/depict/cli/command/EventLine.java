package dev.depict.cli.command;

import dev.depict.cli.text.Colours;
import dev.depict.cli.text.Fit;
import dev.depict.cli.text.Json;
import dev.depict.cli.text.Labels;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.TaskEventType;

/**
 * An event on one line.
 *
 * @param json whether the line is for programs
 */
record EventLine(Invocation invocation, boolean json) {
  private static final int TYPE_COLUMNS = 15;

  String of(TaskEvent event) {
    return json ? Json.of(event) : text(event);
  }

  private String text(TaskEvent event) {
    Task task = event.getTask();
    String type = Labels.of(event.getType(), "TASK_EVENT_TYPE_");
    String name = task.getSource().isEmpty() ? task.getName() : task.getSource();
    String words = Fit.oneLine(words(event));
    return "%s  %s%s  %s%s"
        .formatted(
            invocation.times().shown(event.getCommitTime()),
            dressed(event.getType(), type),
            " ".repeat(Math.max(0, TYPE_COLUMNS - type.length())),
            Fit.oneLine(name),
            words.isEmpty() ? "" : "  " + words);
  }

  private String words(TaskEvent event) {
    Task task = event.getTask();
    return switch (event.getType()) {
      case TASK_EVENT_TYPE_CREATED, TASK_EVENT_TYPE_COMPLETED, TASK_EVENT_TYPE_RETRIED ->
          task.getAnswer().getAltText();
      case TASK_EVENT_TYPE_FAILED -> failure(task);
      case TASK_EVENT_TYPE_RETRY_SCHEDULED -> failure(task) + next(task);
      default -> "";
    };
  }

  private static String failure(Task task) {
    return task.hasFailure() ? TaskSheet.failure(task.getFailure()) : "";
  }

  private String next(Task task) {
    return task.hasNextAttemptTime()
        ? "; again at " + invocation.times().shown(task.getNextAttemptTime())
        : "";
  }

  private String dressed(TaskEventType type, String text) {
    var colours = new Colours(invocation.terminal().colours());
    return switch (type) {
      case TASK_EVENT_TYPE_COMPLETED -> colours.good(text);
      case TASK_EVENT_TYPE_FAILED, TASK_EVENT_TYPE_CANCELLED -> colours.bad(text);
      case TASK_EVENT_TYPE_RETRY_SCHEDULED, TASK_EVENT_TYPE_GIVEN_BACK -> colours.waiting(text);
      default -> text;
    };
  }
}
