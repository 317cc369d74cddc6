package dev.depict.cli.port;

import java.util.List;

/** Runs the program that stands in for a provider, until it is told to stop. */
public interface Emulate {
  /**
   * @param arguments all that followed the name of the command, unread
   * @return the exit code
   * @throws CommandFailed when it cannot start
   */
  int run(List<String> arguments) throws CommandFailed;
}
