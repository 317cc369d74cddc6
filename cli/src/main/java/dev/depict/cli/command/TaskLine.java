package dev.depict.cli.command;

import dev.depict.cli.text.Fit;
import dev.depict.cli.text.Json;
import dev.depict.cli.text.Labels;
import dev.depict.proto.v1.Task;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task on one line.
 *
 * @param json whether the line is for programs
 */
record TaskLine(Invocation invocation, boolean json) {
  void print(Task task) {
    invocation.print(json ? Json.of(task) : text(task));
  }

  /** Prints it, and is content with it whatever it says. */
  boolean printed(Task task) {
    print(task);
    return true;
  }

  private String text(Task task) {
    return Stream.of(
            task.getName(),
            Labels.of(task.getStatus(), "TASK_STATUS_"),
            task.getSource(),
            TaskTable.words(task, invocation.times()))
        .map(Fit::oneLine)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  "));
  }
}
