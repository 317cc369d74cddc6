package dev.depict.cli.port;

import java.util.Map;

/** Runs the server until it is told to stop. */
public interface Serve {
  /**
   * @param overrides settings given on the command line, by key
   * @return the exit code
   * @throws CommandFailed when it cannot start
   */
  int run(Map<String, String> overrides) throws CommandFailed;
}
