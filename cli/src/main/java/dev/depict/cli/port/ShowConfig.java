package dev.depict.cli.port;

import java.util.List;
import java.util.Map;

/** Shows the configuration in force; never a secret. */
public interface ShowConfig {
  /**
   * @param overrides settings given on the command line, by key
   * @return the lines to print
   * @throws CommandFailed when a setting is wrong
   */
  List<String> lines(Map<String, String> overrides) throws CommandFailed;
}
