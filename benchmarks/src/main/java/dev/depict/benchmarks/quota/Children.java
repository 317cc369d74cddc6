package dev.depict.benchmarks.quota;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How both programs are started. */
final class Children {
  static final String KEY = "benchmark";

  private static final Pattern SERVER_LISTENS = Pattern.compile(" listens on (\\S+), ");
  private static final Pattern EMULATOR_LISTENS = Pattern.compile("stand-in on (\\S+), ");
  private static final String JAVA_HOME = System.getProperty("java.home");

  private Children() {}

  static Child emulator(QuotaSettings settings, String counting, Path folder) throws IOException {
    return Child.start(
        new ProcessBuilder(
            Path.of(JAVA_HOME, "bin", "java").toString(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-p",
            System.getProperty("jdk.module.path"),
            "--limit-modules",
            "dev.depict.emulator",
            "-m",
            "dev.depict.emulator/dev.depict.emulator.Main",
            "--listen",
            "127.0.0.1:0",
            "--key",
            KEY,
            "--key",
            ColdStart.KEY,
            "--rpm",
            Integer.toString(settings.rpm()),
            "--counting",
            counting,
            "--network",
            settings.network().toString(),
            "--latency",
            settings.latency().toString()),
        EMULATOR_LISTENS,
        folder.resolve("emulator.log"));
  }

  /** The packaged server, started as {@code ./depict} starts it. */
  static Child server(QuotaSettings settings, String baseUrl, Path folder, String log)
      throws IOException {
    Path target = Path.of("bootstrap", "target").toAbsolutePath();
    if (!Files.isDirectory(target.resolve("lib"))) {
      throw new IllegalStateException("there is no packaged server in " + target);
    }
    List<String> command =
        List.of(
            "bash",
            "-c",
            ". \"$1\"; shift; launch_depict \"$@\"",
            "depict",
            Path.of("build-support", "launch").toAbsolutePath().toString(),
            JAVA_HOME,
            target.toString(),
            "serve",
            "--data-dir",
            folder.resolve("data").toString(),
            "--server-listen",
            "127.0.0.1:0",
            "--quota-rpm",
            Integer.toString(settings.rpm()));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DEPICT_"));
    builder.environment().put("GEMINI_BASE_URL", baseUrl);
    builder.environment().put("GEMINI_API_KEY", KEY);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return Child.start(builder, SERVER_LISTENS, folder.resolve(log));
  }
}
