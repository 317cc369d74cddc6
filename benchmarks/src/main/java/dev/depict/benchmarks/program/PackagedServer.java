package dev.depict.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Starts the packaged server as {@code ./depict} starts it, with a data folder of its own. */
public final class PackagedServer {
  private static final Pattern LISTENS = Pattern.compile(" listens on (\\S+), ");

  private final Path folder;
  private final Map<String, String> environment;
  private final List<String> flags;

  /**
   * @param folder for its data and its log
   * @param flags as on its command line, beside those that name its folder and its port
   */
  public PackagedServer(Path folder, List<String> flags) {
    this(folder, Map.of(), flags);
  }

  private PackagedServer(Path folder, Map<String, String> environment, List<String> flags) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.flags = List.copyOf(flags);
  }

  /**
   * The same with a provider.
   *
   * @param baseUrl where it listens
   * @param key for it
   */
  public PackagedServer asking(String baseUrl, String key) {
    return new PackagedServer(
        folder, Map.of("GEMINI_BASE_URL", baseUrl, "GEMINI_API_KEY", key), flags);
  }

  /**
   * Starts it on the data it finds, and waits until it listens.
   *
   * @param log name of the file for what it says
   * @throws IllegalStateException if there is no packaged server, or it does not listen
   */
  public Child start(String log) throws IOException {
    Path target = root().resolve("bootstrap").resolve("target");
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new IllegalStateException("there is no packaged server in " + target);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                ". \"$1\"; shift; launch_depict \"$@\"",
                "depict",
                root().resolve("build-support").resolve("launch").toString(),
                System.getProperty("java.home"),
                target.toString(),
                "serve",
                "--data-dir",
                folder.resolve("data").toString(),
                "--server-listen",
                "127.0.0.1:0"));
    command.addAll(flags);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DEPICT_"));
    builder.environment().remove("GEMINI_API_KEY");
    builder.environment().putAll(environment);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return Child.start(builder, LISTENS, folder.resolve(log));
  }

  /** Of the checkout: this process runs there, or in the folder of a module. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("build-support"))
        ? here
        : here.resolveSibling(".").normalize();
  }
}
