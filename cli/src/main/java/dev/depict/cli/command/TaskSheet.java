package dev.depict.cli.command;

import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Fit;
import dev.depict.cli.text.Labels;
import dev.depict.cli.text.Times;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.Answer;
import dev.depict.proto.v1.Failure;
import dev.depict.proto.v1.Media;
import dev.depict.proto.v1.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * One task with all there is to know, for people.
 *
 * @param columns width to fit to
 */
record TaskSheet(Times times, int columns) {
  private static final int NAME_COLUMNS = 13;
  private static final int MOST_LINES = 60;

  List<String> lines(Task task) {
    var lines = new ArrayList<String>();
    add(lines, "Task", task.getName());
    add(lines, "Status", status(task));
    add(lines, "Source", task.getSource());
    add(lines, "Picture", task.hasMedia() ? picture(task.getMedia()) : "");
    add(lines, "Prompt", task.getUserPrompt());
    add(lines, "Context", task.getContextText());
    add(lines, "Asked", asked(task));
    add(lines, "Labels", String.join(", ", task.getLabelsList()));
    add(lines, "Same as", task.getLeader());
    add(lines, "Replaces", task.getSupersedes());
    add(lines, "Created", task.hasCreateTime() ? times.shown(task.getCreateTime()) : "");
    add(lines, "Finished", task.hasFinishTime() ? times.shown(task.getFinishTime()) : "");
    if (task.hasAnswer()) {
      answer(lines, task.getAnswer());
    }
    add(lines, "Failure", task.hasFailure() ? failure(task.getFailure()) : "");
    task.getAttemptsList()
        .forEach(attempt -> add(lines, "Attempt", new AttemptLine(times).of(attempt)));
    return lines;
  }

  static String failure(Failure failure) {
    String what = Labels.of(failure.getFailureClass(), "FAILURE_CLASS_");
    String code = failure.getCode().isEmpty() ? "" : " (" + failure.getCode() + ")";
    String words = failure.getProviderMessage();
    return what + code + (words.isEmpty() ? "" : ": " + words);
  }

  private String status(Task task) {
    String status = Labels.of(task.getStatus(), "TASK_STATUS_");
    if (task.hasWait()) {
      String waits = status + ": " + new Waits(times).shown(task.getWait());
      return task.hasEstimatedFinishTime()
          ? waits + "; done about " + times.shown(task.getEstimatedFinishTime())
          : waits;
    }
    return task.getReused() ? status + ", by an answer that was stored already" : status;
  }

  private void answer(List<String> lines, Answer answer) {
    add(lines, "Alt text", answer.getAltText());
    add(lines, "Description", answer.getDescription());
    add(lines, "Keywords", String.join(", ", answer.getKeywordsList()));
    add(lines, "Text", answer.getOcrText());
    add(
        lines,
        "Answered by",
        answer.getModel() + AttemptLine.spent(answer.getUsage(), answer.getCostMicroUsd()));
  }

  private static String asked(Task task) {
    String model = task.getQuotaKey().getModel();
    var parts = new ArrayList<String>();
    parts.add(model.isEmpty() ? task.getProvider() : model);
    parts.add(task.getLanguage());
    parts.add(Labels.of(task.getLane(), "LANE_") + " lane");
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts);
  }

  private static String picture(Media media) {
    return "%s, %d × %d, %s, %s"
        .formatted(
            media.getMimeType(),
            media.getWidth(),
            media.getHeight(),
            Amounts.bytes(media.getSizeBytes()),
            media.getName());
  }

  private void add(List<String> lines, String name, String value) {
    String shown = Fit.oneLine(value);
    if (shown.isEmpty()) {
      return;
    }
    String start = name;
    for (String line : Fit.wrapped(shown, columns - NAME_COLUMNS, MOST_LINES)) {
      lines.add(start + " ".repeat(NAME_COLUMNS - start.length()) + line);
      start = "";
    }
  }
}
