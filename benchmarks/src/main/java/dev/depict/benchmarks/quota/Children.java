package dev.depict.benchmarks.quota;

import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.ColdStart;
import dev.depict.benchmarks.program.PackagedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How both programs are started. */
final class Children {
  static final String KEY = "benchmark";

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

  /** The packaged server, with the limit that it is told. */
  static Child server(QuotaSettings settings, String baseUrl, Path folder, String log)
      throws IOException {
    var flags = List.of("--quota-rpm", Integer.toString(settings.told()));
    return new PackagedServer(folder, flags).asking(baseUrl, KEY).start(log);
  }
}
