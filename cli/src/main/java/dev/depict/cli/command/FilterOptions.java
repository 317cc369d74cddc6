package dev.depict.cli.command;

import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tasks are meant. */
final class FilterOptions {
  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS",
      description = "Only tasks that are pending, processing, completed, failed or cancelled.")
  private List<TaskStatus> statuses = new ArrayList<>();

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Only tasks with this label, or another one that is given.")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--lane",
      split = ",",
      paramLabel = "LANE",
      description = "Only tasks of this lane: interactive, normal or bulk.")
  private List<Lane> lanes = new ArrayList<>();

  @Option(
      names = "--failure",
      split = ",",
      paramLabel = "CLASS",
      description = "Only tasks whose latest failure is of this class, such as blocked or network.")
  private List<FailureClass> failures = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "PREFIX",
      description = "Only tasks whose source begins with this, such as photos/.")
  private String source = "";

  /** Whether it means every task. */
  boolean isEmpty() {
    return filter().equals(Filter.getDefaultInstance());
  }

  Filter filter() {
    return Filter.newBuilder()
        .addAllStatuses(statuses)
        .addAllLabels(labels)
        .addAllLanes(lanes)
        .addAllFailureClasses(failures)
        .setSourcePrefix(source)
        .build();
  }
}
