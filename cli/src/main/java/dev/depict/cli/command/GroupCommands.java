package dev.depict.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands that only hold others. */
final class GroupCommands {
  private GroupCommands() {}

  /** Says that one of its commands is needed. */
  abstract static class Group implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      var names = String.join(", ", spec.subcommands().keySet());
      throw new ParameterException(spec.commandLine(), "Missing command: one of " + names);
    }
  }

  @Command(
      name = "task",
      description = "Look at single tasks, and govern them.",
      synopsisSubcommandLabel = "COMMAND")
  static final class TaskGroup extends Group {}

  @Command(
      name = "config",
      description = "Look at the configuration.",
      synopsisSubcommandLabel = "COMMAND")
  static final class ConfigGroup extends Group {}
}
