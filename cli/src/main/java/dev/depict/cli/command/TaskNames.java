package dev.depict.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The tasks named on the command line. */
final class TaskNames {
  private static final String PREFIX = "tasks/";

  @Parameters(
      arity = "1..*",
      paramLabel = "TASK",
      description = "Name of a task: tasks/UUID, or the UUID alone.")
  private List<String> names = new ArrayList<>();

  /** In the spelling of the wire. */
  List<String> list() {
    return names.stream().map(TaskNames::named).toList();
  }

  /** The name in the spelling of the wire. */
  static String named(String name) {
    return name.startsWith(PREFIX) ? name : PREFIX + name;
  }
}
