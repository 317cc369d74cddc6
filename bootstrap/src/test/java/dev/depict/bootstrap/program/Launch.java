package dev.depict.bootstrap.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program, about to be started as {@code ./depict} starts it. */
public final class Launch {
  private Launch() {}

  /**
   * In a folder, which is its home too, and without anything that this machine has set for it.
   *
   * @param arguments of {@code depict}
   */
  public static ProcessBuilder in(Path folder, List<String> arguments) {
    Path target = Path.of("target").toAbsolutePath();
    Path launch = Path.of("..", "build-support", "launch").toAbsolutePath().normalize();
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                ". \"$1\"; shift; launch_depict \"$@\"",
                "depict",
                launch.toString(),
                System.getProperty("java.home"),
                target.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DEPICT_"));
    builder.environment().remove("GEMINI_API_KEY");
    builder.environment().put("XDG_DATA_HOME", folder.resolve("xdg-data").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("xdg-config").toString());
    return builder;
  }
}
