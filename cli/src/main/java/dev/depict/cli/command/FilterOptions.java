package dev.depict.cli.command;

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
      names = "--source",
      paramLabel = "PREFIX",
      description = "Only tasks whose source begins with this, such as photos/.")
  private String source = "";

  Filter filter() {
    return Filter.newBuilder()
        .addAllStatuses(statuses)
        .addAllLabels(labels)
        .addAllLanes(lanes)
        .setSourcePrefix(source)
        .build();
  }
}
