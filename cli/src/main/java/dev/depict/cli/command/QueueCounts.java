package dev.depict.cli.command;

import dev.depict.cli.text.Labels;
import dev.depict.cli.text.Table;
import dev.depict.cli.text.Table.CellStyle;
import dev.depict.cli.text.Table.Column;
import dev.depict.cli.text.Table.Kind;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.TaskCount;
import dev.depict.proto.v1.TaskStatus;
import java.util.List;
import java.util.function.Predicate;

/** How many tasks there are, by status and lane. */
final class QueueCounts {
  private static final List<TaskStatus> STATUSES =
      List.of(
          TaskStatus.TASK_STATUS_PENDING,
          TaskStatus.TASK_STATUS_PROCESSING,
          TaskStatus.TASK_STATUS_COMPLETED,
          TaskStatus.TASK_STATUS_FAILED,
          TaskStatus.TASK_STATUS_CANCELLED);

  private QueueCounts() {}

  static List<String> lines(List<TaskCount> counts, int columns) {
    var table =
        new Table(
            List.of(
                new Column("TASKS", Kind.WHOLE),
                new Column("INTERACTIVE", Kind.NUMBER),
                new Column("NORMAL", Kind.NUMBER),
                new Column("BULK", Kind.NUMBER),
                new Column("ALL", Kind.NUMBER)));
    for (TaskStatus status : STATUSES) {
      table.row(
          List.of(
              Labels.of(status, "TASK_STATUS_"),
              sum(counts, status, lane -> lane == Lane.LANE_INTERACTIVE),
              sum(counts, status, lane -> lane == Lane.LANE_NORMAL),
              sum(counts, status, lane -> lane == Lane.LANE_BULK),
              sum(counts, status, lane -> true)));
    }
    return table.lines(columns, CellStyle.PLAIN);
  }

  private static String sum(List<TaskCount> counts, TaskStatus status, Predicate<Lane> lane) {
    return String.valueOf(
        counts.stream()
            .filter(count -> count.getStatus() == status && lane.test(count.getLane()))
            .mapToLong(TaskCount::getCount)
            .sum());
  }
}
