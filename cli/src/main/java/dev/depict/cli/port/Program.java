package dev.depict.cli.port;

import java.util.List;

/**
 * The program behind the commands.
 *
 * @param version as shown by {@code --version}, such as {@code 0.1.0}
 * @param settings the configuration keys, in the order in which they are shown
 */
public record Program(
    String version,
    List<Setting> settings,
    ServerAccess access,
    Serve serve,
    ShowConfig showConfig,
    Emulate emulate) {
  public Program {
    settings = List.copyOf(settings);
  }
}
