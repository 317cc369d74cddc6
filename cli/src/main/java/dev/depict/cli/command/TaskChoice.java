package dev.depict.cli.command;

import dev.depict.proto.v1.Filter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Tasks that are named one by one, or meant by a filter. */
final class TaskChoice {
  @Parameters(
      arity = "0..*",
      paramLabel = "TASK",
      description = "Name of a task: tasks/UUID, or the UUID alone. Without any, options choose.")
  private List<String> names = new ArrayList<>();

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(names = "--all", description = "All tasks, where no other option narrows them down.")
  private boolean all;

  @Mixin private ManyOptions many = new ManyOptions();

  /** The tasks that are named, in the spelling of the wire; none when options choose. */
  List<String> names() {
    return names.stream().map(TaskNames::named).toList();
  }

  Filter filter() {
    return filter.filter();
  }

  ManyOptions many() {
    return many;
  }

  /**
   * Looks whether it is clear which tasks are meant.
   *
   * @throws ParameterException when it is not
   */
  void check(CommandLine line) {
    boolean chosen = all || !filter.isEmpty();
    if (names.isEmpty() && !chosen) {
      throw new ParameterException(
          line, "name tasks, or choose them by --label, --source and so on, or --all");
    }
    if (!names.isEmpty() && (chosen || many.dryRun())) {
      throw new ParameterException(
          line, "tasks that are named cannot be chosen by options too; give one of both");
    }
  }
}
