package dev.depict.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the configuration in force. */
@Command(name = "show", description = "Show the configuration in force, and where it comes from.")
final class ConfigShowCommand implements Callable<Integer> {
  private final Invocation invocation;

  ConfigShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    invocation.program().showConfig().lines(invocation.overrides()).forEach(invocation::print);
    return 0;
  }
}
