package dev.depict.benchmarks.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs it, and says which rule was broken how. */
public final class ChaosBenchmark {
  /** How it is called. */
  public static final String USAGE = ChaosSettings.USAGE;

  private ChaosBenchmark() {}

  /**
   * Runs it.
   *
   * @param folder for the server's data and logs, and the list of calls of unknown outcome
   * @param options as on the command line
   * @return all that broke a rule; none when all were kept
   * @throws IllegalArgumentException if the options are not understood
   * @throws IllegalStateException if a program does not run as it should
   */
  public static List<String> run(Path folder, List<String> options)
      throws IOException, InterruptedException {
    ChaosSettings settings = ChaosSettings.read(options);
    settings.print();
    Instant begin = Instant.now();
    Evidence evidence = ChaosRun.run(settings, folder);
    var report = new ChaosReport(evidence, Duration.between(begin, Instant.now()));
    report.print();
    report.listUnknown(folder.resolve("unknown.txt"));
    System.out.println("logs of the server, and its data: " + folder);
    return report.violations();
  }
}
