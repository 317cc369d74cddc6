package dev.depict.cli;

import dev.depict.cli.command.CommandTree;
import dev.depict.cli.command.Invocation;
import dev.depict.cli.port.Program;
import dev.depict.cli.port.Surroundings;

/** The program {@code depict}. */
public final class DepictCommand {
  private DepictCommand() {}

  /**
   * Does what the arguments say. Reports every fault as one line and never throws.
   *
   * @return the exit code: 0 success, 1 failure, 2 the arguments were not understood
   */
  public static int run(String[] args, Program program, Surroundings surroundings) {
    int code = CommandTree.of(new Invocation(program, surroundings)).execute(args);
    surroundings.terminal().out().flush();
    surroundings.terminal().err().flush();
    return code;
  }
}
