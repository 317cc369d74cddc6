package dev.depict.cli.command;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Fit;
import dev.depict.cli.text.Json;
import dev.depict.cli.text.Labels;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.ProcessOutcome;
import dev.depict.proto.v1.ProcessQueueResponse;
import dev.depict.proto.v1.ProcessResult;
import dev.depict.proto.v1.Task;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of work that was asked for: a line for each task, and why there are no more.
 *
 * @param json whether the lines are for programs
 */
record ProcessReport(Invocation invocation, boolean json) {
  void print(ProcessQueueResponse response) {
    for (ProcessResult result : response.getResultsList()) {
      invocation.print(json ? Json.of(result) : text(result));
    }
    invocation.note(summary(response));
  }

  private String text(ProcessResult result) {
    Task task = result.getTask();
    return Stream.of(
            task.getName(),
            Labels.of(result.getOutcome(), "PROCESS_OUTCOME_"),
            task.getSource(),
            TaskTable.words(task, invocation.times()))
        .map(Fit::oneLine)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  "));
  }

  private String summary(ProcessQueueResponse response) {
    long started =
        response.getResultsList().stream()
            .filter(result -> result.getOutcome() != ProcessOutcome.PROCESS_OUTCOME_NOT_STARTED)
            .count();
    var text = new StringBuilder();
    text.append(Amounts.of(started, "task")).append(" worked on");
    if (response.hasWait()) {
      var wait = response.getWait();
      text.append(", no more: ").append(new Waits(invocation.times()).shown(wait));
      if (Waits.needsPerson(wait.getReason())) {
        text.append("; ").append(Waits.remedy(wait.getReason()));
      }
    }
    long left = response.getPendingCount();
    String what = left == 1 ? " waits" : " wait";
    return text.append(". ").append(Amounts.of(left, "task")).append(what).toString();
  }
}
