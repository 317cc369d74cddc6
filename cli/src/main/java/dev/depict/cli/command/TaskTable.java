package dev.depict.cli.command;

import dev.depict.cli.port.Terminal;
import dev.depict.cli.text.Colours;
import dev.depict.cli.text.Labels;
import dev.depict.cli.text.Table;
import dev.depict.cli.text.Table.Column;
import dev.depict.cli.text.Table.Kind;
import dev.depict.cli.text.Times;
import dev.depict.cli.text.Waits;
import dev.depict.proto.v1.Task;
import java.util.List;

/** Tasks, one a row. */
final class TaskTable {
  private static final int STATUS = 1;

  private final Terminal terminal;
  private final Times times;
  private final Table table =
      new Table(
          List.of(
              new Column("TASK", Kind.WHOLE),
              new Column("STATUS", Kind.WHOLE),
              new Column("SOURCE", Kind.PATH),
              new Column("WORDS", Kind.WRAPPED)));

  TaskTable(Terminal terminal, Times times) {
    this.terminal = terminal;
    this.times = times;
  }

  void add(Task task) {
    table.row(
        List.of(
            task.getName().replaceFirst("^tasks/", ""),
            Labels.of(task.getStatus(), "TASK_STATUS_"),
            task.getSource(),
            words(task, times)));
  }

  List<String> lines() {
    return table.lines(terminal.columns(), this::dressed);
  }

  /** The most telling there is: the alt text, the failure, or what is waited for. */
  static String words(Task task, Times times) {
    if (task.hasAnswer()) {
      return task.getAnswer().getAltText();
    }
    if (task.hasWait()) {
      return "waits: " + new Waits(times).shown(task.getWait());
    }
    return task.hasFailure() ? TaskSheet.failure(task.getFailure()) : "";
  }

  private String dressed(int column, String cell) {
    var colours = new Colours(terminal.colours());
    if (column != STATUS) {
      return cell;
    }
    return switch (cell) {
      case "completed" -> colours.good(cell);
      case "failed", "cancelled" -> colours.bad(cell);
      default -> colours.waiting(cell);
    };
  }
}
